import { renderToStaticMarkup } from "react-dom/server";
import { expect } from "vitest";
import FigureCommentsPage from "@/app/(public)/strategies/[slug]/summary/comments/page";
import { findSubject } from "@/lib/areas/subject.rules";
import { db } from "@/lib/database/client";
import { routes } from "@/lib/routes";

/** What the comments of a list add up to, as the list shows them. `people`: aliases. */
export type Followed = {
  comments: number;
  threads: number;
  people: number;
  agrees: number;
  disagrees: number;
  passes: number;
};
type Follow = (address: string) => Promise<Followed>;
type Stored = Awaited<ReturnType<typeof readStored>>;

/**
 * The lists behind the figures of a database. `comments`: all that are published. `follow`: opens a list and all its
 * further pages, and adds up what is there; each list once. `checkPage`: follows each number of a page, and checks the
 * percentages beside it; returns how many were followed.
 */
export async function readFigureLists() {
  const stored = await readStored();
  const followed = new Map<string, Promise<Followed>>();
  const follow: Follow = (address) => {
    const known = followed.get(address) ?? readList(address, stored);
    followed.set(address, known);
    return known;
  };
  return { comments: stored.comments, follow, checkPage: (html: string) => checkPage(html, follow) };
}

async function readStored() {
  const comments = await db().comment.findMany({
    where: { state: "published" },
    select: {
      id: true,
      strategyId: true,
      lepId: true,
      isReply: true,
      stance: true,
      themes: { select: { themeId: true } },
      thread: { select: { section: { select: { id: true, number: true } } } },
    },
  });
  const sections = await db().versionSection.findMany({
    orderBy: { version: { number: "asc" } },
    select: { sectionId: true, foundationId: true },
  });
  return { comments, foundationOf: new Map(sections.map(({ sectionId, foundationId }) => [sectionId, foundationId])) };
}

async function readList(address: string, stored: Stored): Promise<Followed> {
  const totals: Followed = { comments: 0, threads: 0, people: 0, agrees: 0, disagrees: 0, passes: 0 };
  const [aliases, ids] = [new Set<string>(), new Set<string>()];
  for (let next: string | undefined = address; next; ) {
    const url: URL = new URL(next, "http://localhost");
    const slug = /^\/strategies\/([^/]+)\/summary\/comments$/.exec(url.pathname)?.[1];
    if (!slug) throw new Error(`${next} is not a list of comments`);
    const query = Object.fromEntries(url.searchParams);
    for (const key of Object.keys(query)) expect(routes.figureComments.query).toContain(key); // others are dropped
    const html = renderToStaticMarkup(
      await FigureCommentsPage({ params: Promise.resolve({ slug }), searchParams: Promise.resolve(query) }),
    );
    for (const article of html.split("<article ").slice(1)) {
      ids.add(/^id="comment-([^"]+)"/.exec(article)?.[1] ?? "");
      aliases.add(/aria-label="([^"]+)"/.exec(article)?.[1] ?? "");
      const [, ...reactions] = /(\d+) agree, (\d+) disagree, (\d+) passed/.exec(article) ?? [];
      const [agrees = 0, disagrees = 0, passes = 0] = reactions.map(Number);
      totals.comments += 1;
      totals.threads += article.includes("Read this reply") ? 0 : 1;
      totals.agrees += agrees;
      totals.disagrees += disagrees;
      totals.passes += passes;
    }
    expect(/under [\d,]+ names?, with [^.]*/.exec(html)?.[0]).not.toMatch(/\d{4}/); // thousands have a comma
    next = /href="([^"]+)"[^>]*>Load more/.exec(html)?.[1]?.replaceAll("&amp;", "&");
    if (!new URL(address, "http://localhost").searchParams.has("campaign"))
      if (!next) expect([...ids].sort(), address).toEqual(selectStored(stored, slug, address).sort());
  }
  return { ...totals, people: aliases.size };
}

/** The ids of the comments at an address, worked out from the stored rows without any query of ours. */
function selectStored({ comments, foundationOf }: Stored, slug: string, address: string): string[] {
  const query = new URL(address, "http://localhost").searchParams;
  const [lep, theme, subject, section, stance] = ["lep", "theme", "subject", "section", "stance"].map((key) =>
    query.get(key),
  );
  const themes = theme ? [theme] : subject ? findSubject(subject)?.themes : null;
  const foundation = query.get("foundation");
  return comments
    .filter((comment) => comment.strategyId === slug)
    .filter(({ lepId }) => (query.get("place") ? lepId === null : !lep || lepId === lep))
    .filter((comment) => !themes || comment.themes.some(({ themeId }) => themes.includes(themeId)))
    .filter(({ thread }) => !section || String(thread.section.number) === section)
    .filter((comment) => !stance || (comment.stance ?? "none") === stance)
    .filter(({ isReply }) => !query.get("only") || !isReply)
    .filter(({ thread }) => !foundation || foundationOf.get(thread.section.id) === foundation)
    .map(({ id }) => id);
}

const units: [RegExp, (list: Followed) => number][] = [
  [/^comments?$/, ({ comments }) => comments],
  [/^threads?$/, ({ threads }) => threads],
  [/^reactions?$/, ({ agrees, disagrees, passes }) => agrees + disagrees + passes],
  [/^(people|person)/, ({ people }) => people],
];

async function checkPage(html: string, follow: Follow): Promise<number> {
  const links = [
    ...html.matchAll(/<a [^>]*href="(\/strategies\/[^"/]+\/summary\/comments[^"]*)"[^>]*>([\s\S]*?)<\/a>/g),
  ].map(([, href = "", content = ""]) => [href.replaceAll("&amp;", "&"), content.replace(/<[^>]*>/g, "")] as const);
  let numbers = 0;
  for (const [href, text] of links) {
    const [, count, unit = ""] = /^([\d,]+) ([a-z]+)/.exec(text) ?? [];
    if (!count) continue; // the name of a theme, above its quotations
    const measure = units.find(([pattern]) => pattern.test(unit))?.[1];
    expect([href, text, measure?.(await follow(href))]).toEqual([href, text, Number(count.replaceAll(",", ""))]);
    numbers += 1;
  }
  for (const row of html.match(/<tr[\s\S]*?<\/tr>/g) ?? []) await checkRow(row, follow);
  return numbers;
}

/** In a row that leads to reactions, the percentages are those of the reactions there, and add up to 100. */
async function checkRow(row: string, follow: Follow): Promise<void> {
  const href = /href="([^"]+)"[^>]*>[\d,]+<span[^>]*> reactions?,/.exec(row)?.[1]?.replaceAll("&amp;", "&");
  if (!href) return;
  const { agrees, disagrees, passes } = await follow(href);
  const shown = [...row.matchAll(/>(\d+)%</g)].map(([, percent]) => Number(percent));
  expect([href, shown.reduce((a, b) => a + b, 0)]).toEqual([href, 100]);
  for (const [i, part] of [agrees, disagrees, passes].entries())
    expect(Math.abs((shown[i] ?? Number.NaN) - (100 * part) / (agrees + disagrees + passes))).toBeLessThan(1);
}
