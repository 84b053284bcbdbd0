import { subjects } from "@/lib/areas/subject.rules";
import { compileRoute, matchRoute } from "@/lib/server/route-pattern";

type Params = Record<string, string>;
type Row = [pattern: string, query: string[], tags: (params: Params) => string[]];

// The pages and answers that are the same for everybody, so that one copy in memory serves all. A query key that
// is not named here never reaches the page: a page that reads a new one is to name it here. "strategy:*" goes stale with any strategy.
const anyStrategy = () => ["strategy:*"];
const everyPage = () => ["strategy:*", "body:*"];
const strategy = ({ slug }: Params) => [`strategy:${slug}`];
const body = ({ slug }: Params) => [`body:${slug}`];
const thread = ({ slug, id }: Params) => [`strategy:${slug}`, `thread:${id}`];
const noTags = () => [];

const publicRoutes: Row[] = [
  ["/", [], everyPage],
  ["/find", ["q", "district"], anyStrategy],
  ["/leps", [], everyPage],
  ["/leps/:slug", [], body],
  ["/leps/:slug/paper", [], body],
  ["/leps/:slug/answers.atom", [], body],
  ["/leps/:slug/releases.atom", [], body],
  ["/leps/:slug/figures", [], body],
  ["/embed/leps/:slug/:figure", [], body],
  ...subjects.flatMap(({ id }): Row[] =>
    ["", "/paper", "/answers.atom"].map((form) => [`/leps/:slug/${id}${form}`, [], body]),
  ),
  ["/strategies", [], anyStrategy],
  ["/strategies/:slug", [], strategy],
  ["/strategies/:slug/answers", ["after"], strategy],
  ["/strategies/:slug/answers.atom", [], strategy],
  ["/strategies/:slug/sections/:n", ["sort", "stance", "theme", "paragraph", "after"], strategy],
  ["/strategies/:slug/comments", ["q", "sort", "stance", "theme", "foundation", "section", "after"], strategy],
  ["/strategies/:slug/threads/:id", ["after"], thread],
  ["/strategies/:slug/versions/:n", [], strategy],
  ["/strategies/:slug/paper", ["size"], strategy],
  ["/strategies/:slug/poster", [], strategy],
  ["/strategies/:slug/responses", ["after"], strategy],
  ["/strategies/:slug/responses/:id", [], strategy],
  ["/strategies/:slug/responses/:id/revisions/:n", [], strategy],
  ["/transparency", [], everyPage],
  ["/transparency/:slug", ["before"], everyPage],
  ["/credits", [], noTags],
  ["/privacy", [], noTags],
  ["/accessibility", [], noTags],
  ["/cookies", [], noTags],
  ["/api/v1/openapi.json", [], noTags],
  ["/api/v1/leps", [], everyPage],
  ["/api/v1/leps/:slug", [], body],
  ["/api/v1/leps/:slug/summary", [], body],
  ["/api/v1/leps/:slug/releases/:number", [], body],
  ["/api/v1/strategies", [], anyStrategy],
  ["/api/v1/strategies/:slug", [], strategy],
  ["/api/v1/strategies/:slug/comments", ["cursor"], strategy],
  ["/api/v1/transparency", [], everyPage],
  ["/api/v1/transparency/:slug/record", ["after"], body],
  ["/api/v1/transparency/:slug/record/heads", [], body],
];
const table = publicRoutes.map(([pattern, query, tags]) => ({ ...compileRoute(pattern), query, tags }));

/** Typed text longer than this is answered, and not kept. */
const maxValueLength = 100;

export type PublicPage = { key: string; pattern: string; tags: string[] };

/**
 * What is public and may be kept under this address.
 * @param url path and query as they came
 * @returns `key`: the address with only the allowed query, in one order, values once; null when it may not be kept
 */
export function findPublicPage(url: string): PublicPage | null {
  const queryStart = url.indexOf("?");
  const path = queryStart < 0 ? url : url.slice(0, queryStart);
  for (const row of table) {
    const params = matchRoute(row, path);
    if (!params) continue;
    const found = { pattern: row.pattern, tags: row.tags(params) };
    if (queryStart < 0 || row.query.length === 0) return { key: path, ...found };
    const received = new URLSearchParams(url.slice(queryStart + 1));
    const allowed = new URLSearchParams();
    for (const name of row.query) {
      const value = received.get(name);
      if (value !== null && value.length > maxValueLength) return null;
      if (value !== null) allowed.set(name, value);
    }
    return { key: allowed.size ? `${path}?${allowed}` : path, ...found };
  }
  return null;
}

/** Every tag that goes stale with these: "strategy:x" takes "strategy:*" along. */
export function expandTags(tags: string[]): Set<string> {
  return new Set(tags.flatMap((tag) => [tag, `${tag.split(":")[0]}:*`]));
}
