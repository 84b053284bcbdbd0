import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { Comparison } from "@/app/(officer)/officer/compare/comparison";
import { GET as lepAnswersFeed } from "@/app/(public)/leps/[slug]/answers.atom/route";
import { GET as releasesFeed } from "@/app/(public)/leps/[slug]/releases.atom/route";
import { GET as lepCsv } from "@/app/(public)/leps/[slug]/summary.csv/route";
import { GET as lepXlsx } from "@/app/(public)/leps/[slug]/summary.xlsx/route";
import { GET as strategyAnswersFeed } from "@/app/(public)/strategies/[slug]/answers.atom/route";
import { GET as strategyCsv } from "@/app/(public)/strategies/[slug]/summary.csv/route";
import { GET as strategyXlsx } from "@/app/(public)/strategies/[slug]/summary.xlsx/route";
import { GET as lepJson } from "@/app/api/v1/leps/[slug]/summary/route";
import { GET as strategyJson } from "@/app/api/v1/strategies/[slug]/summary/route";
import { GET as embed } from "@/app/embed/leps/[slug]/[figure]/route";
import { subjects } from "@/lib/areas/subject.rules";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { embedTitles } from "@/lib/summaries/embed.rules";
import { demoStrategies } from "@/prisma/seed/demo/content";
import { createDemoDatabase } from "@/scripts/test/database";
import { type Followed, readFigureLists } from "@/scripts/test/figure-lists";
import { sendCampaign } from "@/scripts/test/summary-fixtures";
import { renderLepSummary, renderStrategySummary } from "@/scripts/test/summary-pages";

// Follows every number of every summary of the demonstration to the list behind it, and counts what is there.

const database = await createDemoDatabase();
afterAll(database.close);

let leps: string[] = [];
let lists: Awaited<ReturnType<typeof readFigureLists>>;

beforeAll(async () => {
  await sendCampaign("black-country", "west-midlands");
  await makeEdition("west-midlands");
  lists = await readFigureLists();
  leps = [...new Set(lists.comments.flatMap(({ lepId }) => lepId ?? []))].sort();
});

const params = <Params>(values: Params) => ({ params: Promise.resolve(values) });

test("on the page of every LEP with comments", { timeout: 300_000 }, async () => {
  expect(leps.length).toBeGreaterThan(3);
  for (const slug of leps) {
    const numbers = await lists.checkPage(await renderLepSummary(slug));
    expect(numbers, slug).toBeGreaterThan(20);
  }
});

test("on the summary of every strategy of the demonstration", { timeout: 300_000 }, async () => {
  for (const slug of demoStrategies) {
    const numbers = await lists.checkPage(await renderStrategySummary(slug));
    expect(numbers, slug).toBeGreaterThan(40);
  }
});

test("on the pages by subject", { timeout: 300_000 }, async () => {
  let numbers = 0;
  for (const slug of leps)
    for (const { id } of subjects) numbers += await lists.checkPage(await renderLepSummary(slug, id));
  expect(numbers).toBeGreaterThan(100);
});

test("on the page where officers compare two bodies", { timeout: 300_000 }, async () => {
  const bodies = leps.map((id) => ({ id, name: id }));
  for (const [index, a] of bodies.entries()) {
    const b = bodies[(index + 1) % bodies.length] ?? a;
    const html = renderToStaticMarkup(await Comparison({ a, b }));
    expect(await lists.checkPage(html), `${a.id} and ${b.id}`).toBeGreaterThan(10);
    for (const percent of html.match(/\d+%/g) ?? []) expect(Number.parseInt(percent, 10)).toBeLessThanOrEqual(100);
  }
});

test("in the frames on other sites", async () => {
  const request = new Request("http://localhost");
  let numbers = 0;
  for (const slug of leps)
    for (const figure of Object.keys(embedTitles)) {
      const html = await (await embed(request, params({ slug, figure }))).text();
      const links = [...html.matchAll(/<td><a href="([^"]+)"[^>]*>([\d,]+)<\/a>/g)];
      const plain = [...html.matchAll(/<td>([^<]*)<\/td>/g)].map(([, text = ""]) => text);
      // the others are none, or of a release, whose counts of people lead to no comments
      if (figure !== "heard")
        expect([slug, figure, plain.filter((text) => text && text !== "0")]).toEqual([slug, figure, []]);
      for (const [, href = "", count = ""] of links) {
        const { comments } = await lists.follow(href.replaceAll("&#38;", "&"));
        expect([href, comments]).toEqual([href, Number(count.replaceAll(",", ""))]);
      }
      numbers += links.length;
    }
  expect(numbers).toBeGreaterThan(30);
});

test("the feeds hold no number of comments, and each entry leads to a page of ours", async () => {
  const request = new Request("http://localhost");
  let entries = 0;
  const feeds = [
    ...leps.flatMap((slug) => [releasesFeed(request, params({ slug })), lepAnswersFeed(request, params({ slug }))]),
    ...demoStrategies.map((slug) => strategyAnswersFeed(request, params({ slug }))),
  ];
  for (const feed of await Promise.all(feeds)) {
    const xml = await feed.text();
    for (const entry of xml.split("<entry>").slice(1)) {
      expect(entry).not.toMatch(/\d+ (?:comments?|threads?|repl(?:y|ies)|reactions?)\b/);
      expect(entry).toMatch(/href="http:\/\/localhost\/(?:leps|strategies)\//);
      entries += 1;
    }
  }
  expect(entries).toBeGreaterThan(3);
});

describe("in the exports", () => {
  const measures: Record<string, (list: Followed) => number> = {
    comments: ({ comments }) => comments,
    threads: ({ threads }) => threads,
    agrees: ({ agrees }) => agrees,
    disagrees: ({ disagrees }) => disagrees,
    passes: ({ passes }) => passes,
    identical: ({ people }) => people,
    personalised: ({ people }) => people,
  };

  const checkCsv = async (response: Response) =>
    checkRows(parse(await response.text(), { columns: true, bom: true }) as Record<string, string>[]);

  async function checkRows(rows: Record<string, string>[]) {
    const counted = rows.filter(({ from }) => from?.includes("/summary/comments"));
    for (const { what = "", value, from = "", subject } of counted)
      expect([subject, what, from, measures[what]?.(await lists.follow(from))]).toEqual([
        subject,
        what,
        from,
        Number(value),
      ]);
    return counted.length;
  }

  test("the tables of every LEP and strategy", async () => {
    const request = new Request("http://localhost");
    for (const slug of leps) expect(await checkCsv(await lepCsv(request, params({ slug })))).toBeGreaterThan(40);
    for (const slug of demoStrategies)
      expect(await checkCsv(await strategyCsv(request, params({ slug })))).toBeGreaterThan(80);
  });

  /** The rows of the one sheet of a file, by the names in the first. */
  async function readSheet(response: Response): Promise<Record<string, string>[]> {
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const decode = (text: string) =>
      text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? "");
    const shared = [...part("xl/sharedStrings.xml").matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, si = ""]) =>
      decode([...si.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(([, text]) => text).join("")),
    );
    const [head = [], ...rows] = [...part("xl/worksheets/sheet1.xml").matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map(
      ([, cells = ""]) =>
        [...cells.matchAll(/<c ([^>]*)>(?:<v>([^<]*)<\/v>)?/g)].map(([, attributes = "", value = ""]) =>
          attributes.includes('t="s"') ? (shared[Number(value)] ?? "") : value,
        ),
    );
    return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ""])));
  }
  const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

  test("the spreadsheets, which hold what the tables hold", { timeout: 300_000 }, async () => {
    const request = new Request("http://localhost");
    const files = [
      ...leps.map((slug) => [lepXlsx, lepCsv, slug] as const),
      ...demoStrategies.map((slug) => [strategyXlsx, strategyCsv, slug] as const),
    ];
    for (const [xlsx, csv, slug] of files) {
      const rows = await readSheet(await xlsx(request, params({ slug })));
      const table = parse(await (await csv(request, params({ slug }))).text(), { columns: true, bom: true });
      expect([slug, rows.length]).toEqual([slug, table.length]);
      expect(await checkRows(rows), slug).toBeGreaterThan(40);
    }
  });

  const listed = z.object({ url: z.string(), comments: z.number(), threads: z.number() });

  async function checkJson(value: unknown): Promise<number> {
    if (typeof value !== "object" || value === null) return 0;
    let numbers = 0;
    const counts = listed.safeParse(value).data;
    if (counts) {
      const { comments, threads } = await lists.follow(counts.url);
      expect({ ...counts, comments, threads }).toEqual(counts);
      numbers += 1;
    }
    for (const part of Object.values(value)) numbers += await checkJson(part);
    return numbers;
  }

  test("the API", async () => {
    const request = new Request("http://localhost");
    for (const slug of leps)
      expect(await checkJson(await (await lepJson(request, params({ slug }))).json())).toBeGreaterThan(15);
    for (const slug of demoStrategies)
      expect(await checkJson(await (await strategyJson(request, params({ slug }))).json())).toBeGreaterThan(25);
  });
});

test("each comment of a strategy is under one LEP or has no place, and the three numbers on the page add up", async () => {
  for (const slug of demoStrategies) {
    const { strategy } = z
      .object({ strategy: z.object({ places: z.record(z.string(), z.unknown()) }) })
      .parse(await (await strategyJson(new Request("http://localhost"), params({ slug }))).json());
    const counts = z.object({ comments: z.number(), threads: z.number() });
    const places = z.object({ leps: z.array(counts), noPlace: counts, all: counts }).parse(strategy.places);
    const add = (key: "comments" | "threads") => places.leps.reduce((sum, lep) => sum + lep[key], places.noPlace[key]);
    const own = lists.comments.filter(({ strategyId }) => strategyId === slug);
    expect([slug, add("comments"), places.all.comments]).toEqual([slug, own.length, own.length]);
    expect([slug, add("threads")]).toEqual([slug, places.all.threads]);
  }
});
