import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as getSubjectDocx } from "@/app/(public)/leps/[slug]/[subject]/paper.docx/route";
import LepPaperPage from "@/app/(public)/leps/[slug]/paper/page";
import { GET as getDocx } from "@/app/(public)/leps/[slug]/paper.docx/route";
import StrategyPaperPage from "@/app/(public)/strategies/[slug]/summary/paper/page";
import { GET as getStrategyDocx } from "@/app/(public)/strategies/[slug]/summary/paper.docx/route";
import { readDocument } from "@/lib/strategies/documents/document-reader";
import type { ParsedDocument } from "@/lib/strategies/documents/parsed-document";
import { peopleByPlaceCaption } from "@/lib/summaries/scope.rules";
import { createDemoDatabase } from "@/scripts/test/database";
import { parsePage } from "@/scripts/test/parse-page";
import { makeSummary } from "@/scripts/test/summary-fixtures";

// The board paper as a document holds what its page holds: read back, and compared with the page.

const [lepId, strategyId] = ["black-country", "west-midlands"];
const database = await createDemoDatabase();
afterAll(database.close);

const request = new Request("http://localhost/");
const contextOf = <Params extends object>(params: Params) => ({ params: Promise.resolve(params) });
let paper: ParsedDocument;
let page: ReturnType<typeof parsePage>;
let html: string;

beforeAll(async () => {
  await makeSummary(lepId, strategyId);
  html = renderToStaticMarkup(await LepPaperPage(contextOf({ slug: lepId })));
  page = parsePage(html);
  const response = await getDocx(request, contextOf({ slug: lepId }));
  expect(response.headers.get("content-disposition")).toContain('filename="black-country-board-paper.docx"');
  paper = readDocument(new Uint8Array(await response.arrayBuffer())).document;
});

const paragraphs = () => paper.sections.flatMap((section) => section.paragraphs);
const withoutUnit = (cell: string) => cell.replace(/ (comment|thread|reaction)s?, .*/, "");
const textOfPage = () =>
  html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

test("it has the parts of the page in their order", () => {
  expect(paper.losses.filter(({ place }) => place !== "on every page")).toEqual([]);
  expect(paper.sections.map(({ title }) => title)).toEqual([
    ...["Black Country: what working people say", "Purpose", "Decisions sought", "At a glance"],
    ...["In people’s own words", "Answers so far", "What this does not show", "Annexes", "Comments", "Opinion groups"],
    ...["Who took part", "Quotations", "Union responses", "Moderation", "Answers", "The area in numbers"],
  ]);
  const sought = paper.sections.find(({ title }) => title === "Decisions sought")?.paragraphs ?? [];
  for (const line of sought.flatMap(({ text }) => text.split("\n")).filter(Boolean))
    expect(textOfPage()).toContain(line.replace(/^\d+\. /, ""));
});

test("each of its tables has the rows of the table of that name on the page", () => {
  const captions: string[] = [];
  for (const [at, { block }] of paragraphs().entries()) {
    if (block?.kind !== "table") continue;
    const caption = paragraphs()[at - 1]?.text ?? "";
    const rows = page.tables.get(caption);
    if (!rows) continue;
    captions.push(caption);
    const onPage = rows.map((cells) => cells.map(withoutUnit).join(" | "));
    for (const row of block.rows)
      expect([caption, onPage]).toEqual([caption, expect.arrayContaining([onlyTable(caption, row)])]);
  }
  expect([...new Set(captions)]).toEqual(
    expect.arrayContaining([
      ...["By theme", "By foundation", "By section", "Comments by agreement", "Week by week"],
      ...["People who took part by kind of work, compared with jobs (2019)", "People who took part by district"],
      ...["Decisions on the whole strategy", "Black Country and England, 2019"],
    ]),
  );
});

/** On the page the answer to a theme is beside its bar, not in the table. */
const onlyTable = (caption: string, row: string[]) => (caption === "By theme" ? row.slice(0, 8) : row).join(" | ");

test("it quotes what the page quotes, and says what the figures do not show", () => {
  const texts = paragraphs().map(({ text }) => text);
  const first = page.quotesByPart[`quoted-${strategyId}`] ?? [];
  expect(first.length).toBeGreaterThan(3);
  for (const quote of first) expect(texts).toContain(`“${quote}”`);
  for (const limit of ["They are not a sample of everybody", "fewer than 10 are never shown"])
    expect(texts.join("\n")).toContain(limit);
});

test("that of a strategy has its own comments by place, and no counts of people that it does not have", async () => {
  const ofStrategy = contextOf({ slug: strategyId });
  const pageOf = parsePage(renderToStaticMarkup(await StrategyPaperPage(ofStrategy)));
  const response = await getStrategyDocx(request, ofStrategy);
  expect(response.headers.get("content-disposition")).toContain('filename="west-midlands-board-paper.docx"');
  const { sections } = readDocument(new Uint8Array(await response.arrayBuffer())).document;
  const titles = sections.map(({ title }) => title);
  expect(titles[0]).toBe("West Midlands: what working people say");
  expect(titles).toEqual(expect.arrayContaining(["Purpose", "Decisions sought", "Opinion groups", "Moderation"]));
  for (const absent of ["Who took part", "The area in numbers"]) expect(titles).not.toContain(absent);
  const rows = pageOf.tables.get(peopleByPlaceCaption)?.map((cells) => cells.map(withoutUnit).join(" | "));
  const tables = sections
    .flatMap(({ paragraphs: all }) => all)
    .flatMap(({ block }) => (block?.kind === "table" ? [block] : []));
  expect(rows?.length).toBeGreaterThan(3); // its LEPs, without a place, and all
  expect(tables.map((table) => table.rows.map((row) => row.join(" | ")))).toContainEqual(rows);
});

test("one of a subject is about it alone, and there is none of what does not exist", async () => {
  const response = await getSubjectDocx(request, contextOf({ slug: lepId, subject: "skills" }));
  const { document } = readDocument(new Uint8Array(await response.arrayBuffer()));
  expect(document.sections.map(({ title }) => title)).not.toContain("Moderation");
  expect(document.sections[0]?.title).toContain("about skills and training");
  expect((await getSubjectDocx(request, contextOf({ slug: lepId, subject: "weather" }))).status).toBe(404);
  expect((await getDocx(request, contextOf({ slug: "atlantis" }))).status).toBe(404);
  expect((await getStrategyDocx(request, contextOf({ slug: "atlantis" }))).status).toBe(404);
});
