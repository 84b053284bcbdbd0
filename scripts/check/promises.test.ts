import { existsSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, describe, expect, test } from "vitest";
import AccessibilityPage from "@/app/(public)/accessibility/page";
import CookiesPage from "@/app/(public)/cookies/page";
import LepSummaryPage from "@/app/(public)/leps/[slug]/summary/[page]/page";
import HomePage from "@/app/(public)/page";
import PrivacyPage from "@/app/(public)/privacy/page";
import RulesPage from "@/app/(public)/rules/page";
import PaperPage from "@/app/(public)/strategies/[slug]/paper/page";
import PosterPage from "@/app/(public)/strategies/[slug]/poster/page";
import StrategySummaryPartPage from "@/app/(public)/strategies/[slug]/summary/[page]/page";
import StrategySummaryPage from "@/app/(public)/strategies/[slug]/summary/page";
import ThreadPage from "@/app/(public)/strategies/[slug]/threads/[id]/page";
import TransparencyPage from "@/app/(public)/transparency/page";
import { GET as apiComments } from "@/app/api/v1/strategies/[slug]/comments/route";
import { db } from "@/lib/database/client";
import { createDemoDatabase } from "@/scripts/test/database";

// docs/promises.md: each promise is on its pages, and each test that holds one exists.

const database = await createDemoDatabase();
afterAll(database.close);

type Row = { promise: string; pages: string[]; file: string; test: string };

const [publicRows = [], personalRows = []] = readFileSync("docs/promises.md", "utf8")
  .split("\n## ")
  .slice(1)
  .map((section) => section.split("\n").filter((line) => line.startsWith("| ") && !/^\| (promise|---) /.test(line)))
  .map((lines) => lines.map(parseRow));

function parseRow(line: string): Row {
  const [promise = "", pages = "", heldBy = ""] = line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
  const [, file = "", name = ""] = /^`([^`]+)`(?:: (.+))?$/.exec(heldBy) ?? [];
  return { promise, pages: [...pages.matchAll(/`([^`]+)`/g)].map(([, page]) => page ?? ""), file, test: name };
}

const slugParams = (slug: string) => ({ params: Promise.resolve({ slug }) });
const noQuery = { searchParams: Promise.resolve({}) };
const strategy = "west-midlands";

const lepPage = (page: string) =>
  LepSummaryPage({ params: Promise.resolve({ slug: "black-country", page }), ...noQuery });
const strategyPage = (page: string) => StrategySummaryPartPage({ params: Promise.resolve({ slug: strategy, page }) });

const pages: Record<string, () => Promise<React.ReactNode> | React.ReactNode> = {
  "/": () => HomePage(),
  "/privacy": () => PrivacyPage(),
  "/cookies": () => CookiesPage(),
  "/accessibility": () => AccessibilityPage(),
  "/rules": () => RulesPage(),
  "/transparency": () => TransparencyPage(),
  "/leps/black-country/summary/moderation": () => lepPage("moderation"),
  "/leps/black-country/summary/quotations": () => lepPage("quotations"),
  "/strategies/west-midlands/poster": () => PosterPage(slugParams(strategy)),
  "/strategies/west-midlands/paper": () => PaperPage({ ...slugParams(strategy), ...noQuery }),
  "/strategies/west-midlands/summary": () => StrategySummaryPage(slugParams(strategy)),
  "/strategies/west-midlands/summary/moderation": () => strategyPage("moderation"),
  "/strategies/west-midlands/summary/quotations": () => strategyPage("quotations"),
};

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

test("promises are listed, each once", () => {
  expect([publicRows.length > 30, personalRows.length > 5]).toEqual([true, true]);
  const all = [...publicRows, ...personalRows].map(({ promise }) => promise);
  expect(all.filter((promise, i) => all.indexOf(promise) !== i)).toEqual([]);
});

describe("each is on its pages", () => {
  test.each(Object.entries(pages))("%s", async (path, page) => {
    const rows = publicRows.filter((row) => row.pages.includes(path));
    expect(rows.length).toBeGreaterThan(0);
    const text = textOf(renderToStaticMarkup(await page()));
    expect(rows.filter(({ promise }) => !text.includes(promise)).map(({ promise }) => promise)).toEqual([]);
  });

  test("and no other page is named", () => {
    const named = new Set(publicRows.flatMap((row) => row.pages));
    expect([...named].sort()).toEqual(Object.keys(pages).sort());
  });
});

test.each([...publicRows, ...personalRows].map((row) => [row.promise, row] as const))(
  "“%s” is held by a test that exists",
  (_, { file, test: name }) => {
    expect([file, existsSync(file)]).toEqual([file, true]);
    const source = readFileSync(file, "utf8").replaceAll("\\'", "'");
    expect([file, name, source.includes(name)]).toEqual([file, name, true]);
  },
);

test("each fault of docs/faults.md has a test that exists, and all 27 numbers are there", () => {
  const rows = readFileSync("docs/faults.md", "utf8")
    .split("\n")
    .filter((line) => /^\| \d/.test(line));
  expect([...new Set(rows.map((row) => Number.parseInt(row.slice(2), 10)))]).toEqual(
    Array.from({ length: 27 }, (_, at) => at + 1),
  );
  const named = rows.flatMap(
    (row) =>
      row
        .split(" | ")
        .at(-1)
        ?.replace(/ \|$/, "")
        .split(/; (?=`)/) ?? [],
  );
  for (const test of named) {
    const [, file = "", name = ""] = /^`([^`]+)`: (.+)$/.exec(test) ?? [];
    const source = existsSync(file) ? readFileSync(file, "utf8").replaceAll("\\'", "'") : "";
    expect([file, name, name !== "" && source.includes(name)]).toEqual([file, name, true]);
  }
});

test("a comment shows the LEP of its workplace, and neither district nor kind of work", async () => {
  const comment = await db().comment.findFirstOrThrow({
    where: { strategyId: strategy, state: "published", isReply: false, districtId: { not: null } },
    select: { id: true, threadId: true, lep: { select: { name: true } } },
  });
  const [district, sector] = ["Planted District", "Planted kind of work"];
  const { districtId, sectorId } = await db().comment.findUniqueOrThrow({ where: { id: comment.id } });
  await db().district.update({ where: { id: districtId ?? "" }, data: { name: district } });
  await db().sector.updateMany({ where: { id: sectorId ?? "" }, data: { name: sector } });
  const page = await ThreadPage({
    params: Promise.resolve({ slug: strategy, id: comment.threadId }),
    searchParams: Promise.resolve({}),
  } as Parameters<typeof ThreadPage>[0]);
  const text = textOf(renderToStaticMarkup(page));
  expect(text).toContain(comment.lep?.name);
  const request = new Request(`http://localhost/api/v1/strategies/${strategy}/comments`);
  const json = await (await apiComments(request, slugParams(strategy))).text();
  for (const shown of [text, json]) {
    expect(shown).not.toContain(district);
    expect(shown).not.toContain(sector);
    expect(shown).not.toContain(`"${districtId}"`);
    expect(shown).not.toMatch(/\d\d:\d\d|\d{4}-\d\d-\d\dT/); // no hour, and no day but the week's Monday
  }
});
