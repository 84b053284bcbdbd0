import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Comparison } from "@/app/(officer)/officer/compare/comparison";
import EnglandPage from "@/app/(public)/england/page";
import SubjectPage from "@/app/(public)/leps/[slug]/[subject]/page";
import LepPage from "@/app/(public)/leps/[slug]/page";
import LepPaperPage from "@/app/(public)/leps/[slug]/paper/page";
import HomePage from "@/app/(public)/page";
import StrategyPage from "@/app/(public)/strategies/[slug]/page";
import StrategySummaryPage from "@/app/(public)/strategies/[slug]/summary/page";
import RecordPage from "@/app/(public)/transparency/[slug]/page";
import TransparencyPage from "@/app/(public)/transparency/page";
import { subjects } from "@/lib/areas/subject.rules";
import { db } from "@/lib/database/client";
import { demoStrategies } from "@/prisma/seed/demo/content";
import { createDemoDatabase } from "@/scripts/test/database";
import { parsePage } from "@/scripts/test/parse-page";
import { makeSummary } from "@/scripts/test/summary-fixtures";

// What pages say in figures reads as somebody would say it, and figures beside each other agree.

const released = "black-country";
const database = await createDemoDatabase();
afterAll(database.close);

const pages = new Map<string, string>();

beforeAll(async () => {
  await makeSummary(released, "west-midlands");
  const leps = await listLepsWithComments();
  const of = (slug: string) => ({ params: Promise.resolve({ slug }) });
  const noQuery = { searchParams: Promise.resolve({}) };
  const add = async (name: string, page: unknown) => pages.set(name, renderToStaticMarkup((await page) as never));
  await add("/", HomePage());
  await add("/england", EnglandPage(noQuery));
  await add("/transparency", TransparencyPage());
  await add("/transparency/west-midlands", RecordPage({ ...of("west-midlands"), ...noQuery }));
  for (const slug of leps) {
    await add(`/leps/${slug}`, LepPage(of(slug)));
    await add(`/leps/${slug}/paper`, LepPaperPage(of(slug)));
    const bodies = { a: { id: slug, name: slug }, b: { id: released, name: released } };
    await add(`/officer/compare?a=${slug}`, Comparison(bodies));
  }
  for (const { id: subject } of subjects)
    await add(`/leps/${released}/${subject}`, SubjectPage({ params: Promise.resolve({ slug: released, subject }) }));
  for (const slug of demoStrategies) {
    await add(`/strategies/${slug}`, StrategyPage(of(slug)));
    await add(`/strategies/${slug}/summary`, StrategySummaryPage(of(slug)));
  }
}, 300_000);

async function listLepsWithComments(): Promise<string[]> {
  const where = { state: "published" as const, lepId: { not: null } };
  const rows = await db().comment.findMany({ where, distinct: ["lepId"], select: { lepId: true } });
  return rows.flatMap(({ lepId }) => lepId ?? []).sort();
}

/** What people wrote is theirs: only our own text is checked. */
const ownText = (html: string) =>
  html
    .replace(/<(blockquote|article|script|style|svg|template)\b[\s\S]*?<\/\1>/g, "\n")
    .replace(/“[^”]*”/g, "“”")
    .replace(/<\/(p|li|h\d|th|td|tr|caption|summary|dt|dd|div|a|option|label)>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");

const things =
  "comments|replies|threads|people|reactions|answers|themes|responses|members|districts|areas|LEPs|kinds|weeks|days|hours|groups|jobs|strategies|decisions";

const awkward: [string, RegExp, string][] = [
  ["one of one", /\b1 of (?:the )?1\b/, "each of 1 of the 1 kinds of work"],
  ["all of all", new RegExp(`\\b(\\d[\\d,]*) of (?:the )?\\1 (?:${things})\\b`), "each of 7 of the 7 kinds of work"],
  ["a time of none", /\b0 (?:hours?|days?|weeks?)\b/, "Usual wait: 0 hours"],
  ["a plural of one", new RegExp(`(?<![\\d.,])1 (?:${things})\\b`), "1 comments"],
  ["one that are", /\b1 of \d+ [a-z ]+ are\b/, "1 of 21 kinds of work are shown nowhere"],
  ["a share of all", /\b0% of all\b/, "12 jobs, 0% of all"],
  ["hundredths", /\d+(?:\.\d+)? in 100 in 100|\d\.\d+ in 100/, "27.8 in 100"],
  ["what is no number", /\b(?:NaN|undefined|Infinity|null)\b|\[object/, "NaN%"],
  ["less than none", /(?<![\d–-])[-−]\d+ (?:comments?|people|themes?)/, "-1 comments"],
  ["more than all", /\b(?:1(?:0[1-9]|[1-9]\d)|[2-9]\d\d)%/, "101% of people"],
];

test.each(awkward)("no page has %s", (_, pattern, example) => {
  expect(example).toMatch(pattern);
  expect(pages.size).toBeGreaterThan(25);
  for (const [name, html] of pages) {
    const found = ownText(html)
      .split("\n")
      .filter((line) => pattern.test(line));
    expect([name, found]).toEqual([name, []]);
  }
});

describe("on every page", () => {
  /** The columns of a table by their headings. */
  function* listColumns(html: string) {
    for (const [, table = ""] of html.matchAll(/<table[^>]*>([\s\S]*?)<\/table>/g)) {
      const head = [...(table.split("<tbody")[0] ?? "").matchAll(/<th[^>]*>([\s\S]*?)<\/th>/g)].map(
        ([, th]) => th ?? "",
      );
      const [[caption, rows] = ["", []]] = parsePage(`<table>${table}</table>`).tables;
      for (const [i, heading] of head.entries())
        yield { caption, heading: heading.replace(/<[^>]*>/g, ""), cells: rows.map((cells) => cells[i] ?? "") };
    }
  }
  const sum = (cells: string[]) =>
    cells.reduce((total, cell) => total + (cell === "under 1%" ? 0 : Number(/^(\d+)%$/.exec(cell)?.[1] ?? 0)), 0);

  test("shares of one total add up to 100, and those of some of it to no more", () => {
    let columns = 0;
    for (const [name, html] of pages)
      for (const { caption, heading, cells } of listColumns(html)) {
        const isSubject = /^\/leps\/[^/]+\/(?!paper)/.test(name); // only some kinds of work
        const isOfAll =
          (heading === "Share of jobs" && !isSubject) || (/^Jobs by sector/.test(caption) && heading === "Share");
        const isOfSome =
          /^Share( of jobs)?$/.test(heading) || (/^Jobs by sector/.test(caption) && heading === "England");
        if (!(isOfAll || isOfSome) || cells.every((cell) => cell === "–")) continue;
        const total = sum(cells);
        if (isOfAll) expect([name, caption, heading, total]).toEqual([name, caption, heading, 100]);
        else expect([name, caption, heading, total <= 100]).toEqual([name, caption, heading, true]);
        columns += 1;
      }
    expect(columns).toBeGreaterThan(10);
  });

  test("who agrees, disagrees and passes adds up to 100 wherever a sentence has the three", () => {
    let sentences = 0;
    for (const [name, html] of pages)
      for (const [sentence, ...shares] of ownText(html).matchAll(
        /(\d+)% agree, (\d+)% disagree,(?: and)? (\d+)% pass/g,
      )) {
        expect([name, sentence, sum(shares.map((share) => `${share}%`))]).toEqual([name, sentence, 100]);
        sentences += 1;
      }
    expect(sentences).toBeGreaterThan(10);
  });
});

test("the page states that people by kind of work are rounded each on its own, and their shares are of one total", () => {
  const page = parsePage(pages.get(`/leps/${released}`) ?? "");
  const [rows = []] = [...page.tables]
    .filter(([caption]) => caption.startsWith("People who took part by kind of work"))
    .map(([, r]) => r);
  expect(rows.length).toBeGreaterThan(0);
  const shares = rows.reduce((total, [, , , share = ""]) => total + Number(/^\d+/.exec(share)?.[0] ?? 0), 0);
  expect(shares).toBeLessThanOrEqual(100);
  expect(Object.values(page.parts).join(" ")).toMatch(/rounded to 5, each on its own, so they may not add up/);
});
