import { readFileSync } from "node:fs";
import { RelaxNGValidator, XmlDocument, type XmlElement } from "libxml2-wasm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as lepSubjectFeed } from "@/app/(public)/leps/[slug]/[subject]/answers.atom/route";
import { GET as lepAnswersFeed } from "@/app/(public)/leps/[slug]/answers.atom/route";
import { GET as lepReleasesFeed } from "@/app/(public)/leps/[slug]/releases.atom/route";
import { GET as answersFeed } from "@/app/(public)/strategies/[slug]/answers.atom/route";
import { GET as recordHeadsFeed } from "@/app/(public)/transparency/[slug]/heads.atom/route";
import { subjects } from "@/lib/areas/subject.rules";
import { publishChainHeads } from "@/lib/audit/chain-head.commands";
import { db } from "@/lib/database/client";
import { routes } from "@/lib/routes";
import { createRecordKey } from "@/lib/security/record-key";
import { listLeps } from "@/lib/strategies/lep.queries";
import { demoStrategies } from "@/prisma/seed/demo/content";
import { createDemoDatabase } from "@/scripts/test/database";

// Every feed of the table of routes is valid Atom: by the grammar of RFC 4287, and by each MUST that a grammar cannot say.

const { privateKey, publicKey } = createRecordKey();
process.env.RECORD_KEY = privateKey;
process.env.RECORD_PUBLIC_KEYS = `${publicKey}@2020-01-01`;
const database = await createDemoDatabase();
afterAll(database.close);

const grammar = XmlDocument.fromString(readFileSync("scripts/test/fixtures/atom/atom.rng", "utf8"));
const validator = RelaxNGValidator.fromDoc(grammar);
afterAll(() => {
  validator.dispose();
  grammar.dispose();
});

/** What a feed does against RFC 4287, each as a sentence; none if it is valid. */
function findFaults(xml: string): string[] {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(xml);
  } catch (error) {
    return [`not well formed: ${(error as Error).message}`];
  }
  try {
    validator.validate(document);
  } catch (error) {
    return [`against the grammar: ${(error as Error).message}`];
  } finally {
    document.dispose();
  }
  return findFaultsBeyondGrammar(xml);
}

const atom = { a: "http://www.w3.org/2005/Atom" };
const textsOf = (element: XmlElement, path: string) => element.find(path, atom).map(({ content }) => content);

function findFaultsBeyondGrammar(xml: string): string[] {
  const document = XmlDocument.fromString(xml);
  const faults: string[] = [];
  const must = (holds: boolean, sentence: string) => void (holds || faults.push(sentence));
  const feed = document.root;
  const entries = feed.find("a:entry", atom) as XmlElement[];

  const ids = [feed, ...entries].flatMap((element) => textsOf(element, "a:id"));
  for (const id of ids) must(isAbsoluteIri(id), `4.2.6: the id ${id} is an absolute IRI without spaces round it`);
  must(new Set(ids).size === ids.length, "4.1.1: no two entries, and no entry and its feed, have the same id");

  const hasAuthor = (element: XmlElement) => element.find("a:author", atom).length > 0;
  must(
    hasAuthor(feed) || (entries.length > 0 && entries.every(hasAuthor)),
    "4.1.1: the feed or each entry has an author",
  );
  for (const name of textsOf(feed, ".//a:author/a:name"))
    must(name.trim() !== "", "3.2.1: a person's name is not empty");

  for (const date of textsOf(feed, ".//a:updated | .//a:published"))
    must(isRfc3339(date), `3.3: the date ${date} is one of RFC 3339, with T and an offset`);
  const [updated = "", ...others] = [feed, ...entries].flatMap((element) => textsOf(element, "a:updated"));
  must(
    others.every((other) => Date.parse(other) <= Date.parse(updated)),
    "4.2.15: no entry was updated after its feed",
  );
  for (const entry of entries) {
    const [published] = textsOf(entry, "a:published");
    const [changed = ""] = textsOf(entry, "a:updated");
    must(
      !published || Date.parse(published) <= Date.parse(changed),
      "4.2.9: an entry is published before it is updated",
    );
  }

  for (const element of [feed, ...entries]) {
    const links = (element.find("a:link", atom) as XmlElement[]).map((link) => {
      const value = (name: string) => link.attr(name)?.value ?? "";
      return { rel: value("rel") || "alternate", href: value("href"), kind: `${value("type")} ${value("hreflang")}` };
    });
    for (const { href } of links) must(isAbsoluteIri(href), `4.2.7: without a base, the address ${href} is absolute`);
    const alternates = links.filter(({ rel }) => rel === "alternate").map(({ kind }) => kind);
    must(new Set(alternates).size === alternates.length, "4.1.1: one alternate link for each type and language");
    const hasContent = element === feed || element.find("a:content", atom).length > 0;
    must(hasContent || alternates.length > 0, "4.1.2: an entry without content has an alternate link");
    const hasSelf = links.some(({ rel }) => rel === "self");
    must(element !== feed || hasSelf, "4.1.1: a feed has a link to itself");
    must(
      textsOf(element, "a:title").every((title) => title.trim() !== ""),
      "4.2.14: a title says something",
    );
  }
  document.dispose();
  return faults;
}

const isAbsoluteIri = (text: string) => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) && URL.canParse(text);

const isRfc3339 = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));

describe("what finds faults", () => {
  const feedOf = (of: { head?: string; entry?: string; root?: string; author?: string; updated?: string } = {}) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x-test:feed</id><title>A feed</title>
    <updated>${of.updated ?? "2026-11-02T00:00:00Z"}</updated>${of.author ?? "<author><name>Us</name></author>"}
    <link rel="self" href="https://example.org/feed"/>${of.head ?? ""}${of.root ?? ""}
    <entry>${of.entry ?? `<id>urn:x-test:1</id>${title}${day}${alternate}`}</entry></feed>`;
  const title = "<title>One</title>";
  const day = "<updated>2026-11-02T00:00:00Z</updated>";
  const alternate = '<link rel="alternate" type="text/html" href="https://example.org/1"/>';

  test("finds none in a feed that has what it must", () => {
    expect(findFaults(feedOf())).toEqual([]);
  });

  const planted: [string, string, RegExp][] = [
    ["what is not XML", feedOf({ head: "<subtitle>Pay & buses</subtitle>" }), /^not well formed/],
    ["another format", '<rss version="2.0"><channel/></rss>', /^against the grammar/],
    ["an entry without an id", feedOf({ entry: title + day + alternate }), /^against the grammar/],
    ["an entry without a title", feedOf({ entry: `<id>urn:x-test:1</id>${day}` }), /^against the grammar/],
    ["an entry without a date", feedOf({ entry: `<id>urn:x-test:1</id>${title}` }), /^against the grammar/],
    ["two titles", feedOf({ head: "<title>Again</title>" }), /^against the grammar/],
    ["an element of no namespace of its own", feedOf({ head: "<summary>x</summary>" }), /^against the grammar/],
    ["a person without a name", feedOf({ author: "<author/>" }), /^against the grammar/],
    ["a link without an address", feedOf({ head: "<link/>" }), /^against the grammar/],
    ["a type that is none", feedOf({ head: '<rights type="plain">x</rights>' }), /^against the grammar/],
    ["text with elements in it", feedOf({ head: '<rights type="text"><b>x</b></rights>' }), /^against the grammar/],
    ["a day for a date", feedOf({ updated: "2026-11-02" }), /^against the grammar/],
    ["a date without an offset", feedOf({ updated: "2026-11-02T00:00:00" }), /^3\.3/],
    ["an id with a space", feedOf({ entry: `<id>urn:x-test:1 </id>${title}${day}${alternate}` }), /^4\.2\.6/],
    ["a path for an id", feedOf({ entry: `<id>/answers/1</id>${title}${day}${alternate}` }), /^4\.2\.6/],
    ["the feed's id for an entry", feedOf({ entry: `<id>urn:x-test:feed</id>${title}${day}${alternate}` }), /^4\.1\.1/],
    ["nobody as author", feedOf({ author: "" }), /^4\.1\.1/],
    ["an author without letters", feedOf({ author: "<author><name> </name></author>" }), /^3\.2\.1/],
    ["a feed older than its entry", feedOf({ updated: "2026-11-01T00:00:00Z" }), /^4\.2\.15/],
    ["a path for an address", feedOf({ head: '<link rel="related" href="/x"/>' }), /^4\.2\.7/],
    [
      "two alternates of a kind",
      feedOf({ entry: `<id>urn:x-test:1</id>${title}${day}${alternate.repeat(2)}` }),
      /^4\.1\.1/,
    ],
    ["neither content nor link", feedOf({ entry: `<id>urn:x-test:1</id>${title}${day}` }), /^4\.1\.2/],
    ["an empty title", feedOf({ entry: `<id>urn:x-test:1</id><title/>${day}${alternate}` }), /^4\.2\.14/],
    [
      "published after it was updated",
      feedOf({ entry: `<id>urn:x-test:1</id>${title}<published>2026-11-03T00:00:00Z</published>${day}${alternate}` }),
      /^4\.2\.9/,
    ],
  ];
  test.each(planted)("finds %s", (_, xml, fault) => {
    expect(findFaults(xml)).toEqual([expect.stringMatching(fault)]);
  });
});

type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>;
let feeds: Record<string, { GET: Handler; of: object[] }>;

beforeAll(async () => {
  await publishChainHeads(new Date("2031-03-01T12:00:00Z"));
  await publishChainHeads(new Date("2031-03-02T12:00:00Z"));
  await addReleases("black-country");
  await reviseAnswer(`]]> <b>&amp; "it's" \u{1F600} \u0007\uFFFE é\r\n${"long ".repeat(300)}`); // hard to write as XML
  const bodies = await db().body.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  const slugs = bodies.map((body) => ({ slug: body.id }));
  const leps = (await listLeps()).map((lep) => ({ slug: lep.id }));
  feeds = {
    lepAnswersFeed: { GET: lepAnswersFeed, of: leps },
    lepReleasesFeed: { GET: lepReleasesFeed, of: leps },
    lepSubjectFeed: {
      GET: lepSubjectFeed,
      of: leps.flatMap(({ slug }) => subjects.map(({ id: subject }) => ({ slug, subject }))),
    },
    answersFeed: { GET: answersFeed, of: demoStrategies.map((slug) => ({ slug })) },
    recordHeadsFeed: { GET: recordHeadsFeed, of: slugs },
  };
});

/** Two releases of a LEP, a week apart, as the table stores them. */
const addReleases = (lepId: string) =>
  db().release.createMany({
    data: [1, 2].map((number) => ({
      ...{ lepId, number, method: "4", parameters: {}, note: number === 2 ? "Districts & sectors." : "", cells: [] },
      ...{ family: { themes: [], sectors: [], districts: [] }, madeAt: new Date(Date.UTC(2031, 2, number * 7)) },
    })),
  });

/** A second revision of a published answer, as the table stores it. */
async function reviseAnswer(why: string): Promise<void> {
  const { id, publishedRevision } = await db().answer.findFirstOrThrow({ where: { publishedRevision: { not: null } } });
  const first = await db().answerRevision.findFirstOrThrow({ where: { answerId: id, number: publishedRevision ?? 0 } });
  const number = first.number + 1;
  await db().answerRevision.create({ data: { ...first, number, why } });
  await db().answer.update({ where: { id }, data: { revision: number, publishedRevision: number } });
}

test("every feed of the table of routes is here, and nothing else writes one", () => {
  const names = Object.entries(routes).flatMap(([name, { path }]) =>
    /\.(atom|rss|xml)$|feed/.test(path) ? [name] : [],
  );
  expect(Object.keys(feeds).sort()).toEqual(names.sort());
});

test("each is valid, of whatever body, strategy or subject, with and without entries", {
  timeout: 300_000,
}, async () => {
  const counts: Record<string, { entries: number; empty: number }> = {};
  for (const [name, { GET, of }] of Object.entries(feeds)) {
    const count = { entries: 0, empty: 0 };
    for (const params of of) {
      const response = await GET(new Request("http://localhost/x"), { params: Promise.resolve(params as never) });
      if (response.status === 404) continue; // a body without a record
      expect(response.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
      const xml = await response.text();
      expect([name, params, findFaults(xml)]).toEqual([name, params, []]);
      const days = [...xml.matchAll(/<updated>([^<]*)<\/updated>/g)].slice(1).map(([, day = ""]) => day.slice(0, 10));
      expect([name, params, days]).toEqual([name, params, days.toSorted().reverse()]); // ours: newest first
      count.entries += days.length;
      count.empty += days.length === 0 ? 1 : 0;
    }
    counts[name] = count;
  }
  for (const [name, { entries }] of Object.entries(counts)) expect([name, entries > 0]).toEqual([name, true]);
  expect(Object.values(counts).reduce((sum, { empty }) => sum + empty, 0)).toBeGreaterThan(0);
});
