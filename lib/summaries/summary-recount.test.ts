import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { chartCsv, chartSvgFile } from "@/app/(public)/chart-files";
import { findSummaryChart } from "@/app/(public)/strategies/[slug]/summary/summary-chart";
import { summaryPartAnchor } from "@/components/summaries/summary-part";
import { db } from "@/lib/database/client";
import { formatNumber } from "@/lib/numbers";
import { tableText } from "@/lib/summaries/charts/drawing.rules";
import { stancesCaption } from "@/lib/summaries/counts.rules";
import { findBrokenQuotations } from "@/lib/summaries/quotations/quotations.queries";
import { expectChartsToEqualTables } from "@/scripts/test/chart-tables";
import { createDemoDatabase } from "@/scripts/test/database";
import { parsePage } from "@/scripts/test/parse-page";
import { campaign, makeSummary } from "@/scripts/test/summary-fixtures";
import { renderLepSummary } from "@/scripts/test/summary-pages";
import {
  listExportedLines,
  listRecountedLines,
  type RecountedFigure,
  recountSummary,
} from "@/scripts/test/summary-recount";

// Compares every number on the page with SQL that computes it from raw rows and shares nothing with the page.

const [lepId, strategyId] = ["black-country", "west-midlands"];
const database = await createDemoDatabase();
afterAll(database.close);

let recounted: RecountedFigure[] = [];
let page: ReturnType<typeof parsePage>;

beforeAll(async () => {
  await makeSummary(lepId, strategyId);
  recounted = await recountSummary(database.url, lepId, strategyId);
  page = parsePage(await renderLepSummary(lepId));
});

const value = (part: string, subject: string, what: string) =>
  recounted.find((row) => row.part === part && row.subject === subject && row.what === what)?.value ?? null;
const percent = (part: number, total: number) => (total === 0 ? "–" : `${Math.round((part / total) * 100)}%`);
/** Percentages that add up to 100: rounded, and the one that rounding moved furthest moved back, of two the lesser. */
function percents(parts: number[]): string[] {
  const all = parts.reduce((a, b) => a + b, 0);
  if (all === 0) return parts.map(() => "–");
  const rounded = parts.map((part) => Math.round((part / all) * 100));
  const error = rounded.reduce((a, b) => a + b, -100);
  if (error !== 0) {
    const gaps = rounded.map((percent, i) => (percent * all - (parts[i] as number) * 100) * error);
    const far = [...parts.keys()].filter((i) => gaps[i] === Math.max(...gaps));
    const furthest = far.sort((i, j) => ((parts[i] as number) - (parts[j] as number)) * error)[0] as number;
    rounded[furthest] = (rounded[furthest] as number) - error;
  }
  return rounded.map((percent) => `${percent}%`);
}
const share = (part: number) => (part > 0 && part < 0.005 ? "under 1%" : `${Math.round(part * 100)}%`);

test("the exported figures are exactly those that SQL counts", async () => {
  const lines = await listExportedLines(lepId);
  expect(lines.length).toBeGreaterThan(150);
  expect(lines).toEqual(listRecountedLines(recounted));
});

describe("on the page", () => {
  test.each([
    ["By foundation", "said by foundation"],
    ["By theme", "said by theme"],
    ["By section", "said by section"],
  ])("%s", (caption, part) => {
    const rows = page.tables.get(caption) ?? [];
    expect(rows.length).toBe(new Set(recounted.filter((row) => row.part === part).map(({ subject }) => subject)).size);
    for (const [name = "", ...allCells] of rows) {
      const cells = allCells.slice(0, 6); // then the trend of a theme, see below
      const of = (what: string) => value(part, name, what) ?? Number.NaN;
      const all = of("agrees") + of("disagrees") + of("passes");
      const shares = percents(["agrees", "disagrees", "passes"].map(of));
      expect([name, ...cells.map((cell) => cell.replace(/ (comment|thread|reaction)s?, .*/, ""))]).toEqual([
        name,
        ...[of("comments"), of("threads"), all].map((count) => formatNumber(count)),
        ...shares,
      ]);
    }
  });

  test("totals, and the comments most agreed with and most divided", () => {
    const of = (what: string) => value("said", "all", what) ?? Number.NaN;
    const all = of("agrees") + of("disagrees") + of("passes");
    const text = page.parts[summaryPartAnchor("counts")] ?? "";
    expect(text).toContain(`${of("comments")} comments in ${of("threads")} threads`);
    const waiting = value("said", "all", "waiting");
    expect(text).toContain(
      waiting === null
        ? "Fewer than 5 comments are waiting for a rep"
        : `About ${waiting} comments are waiting for a rep`,
    );
    const [agree, disagree, pass] = percents([of("agrees"), of("disagrees"), of("passes")]);
    expect(text).toContain(
      `People gave ${formatNumber(all)} reactions: ${agree} agree, ${disagree} disagree, ${pass} passed`,
    );
    const shown = page.quotesByPart[summaryPartAnchor("counts")] ?? [];
    expect(shown).toHaveLength(10);
    for (const [index, quote] of shown.entries()) {
      const part = index < 5 ? "most supported" : "splits people";
      const comment = recounted.find((row) => row.part === part && isQuotedFrom(quote, row.subject))?.subject ?? "";
      const [agrees = 0, disagrees = 0, passes = 0] = ["agrees", "disagrees", "passes"].map(
        (what) => value(part, comment, what) ?? Number.NaN,
      );
      const n = agrees + disagrees + passes;
      expect(text.slice(text.indexOf(quote))).toMatch(
        new RegExp(`^[^·]*· ${agrees} of ${n} agree, ${disagrees} disagree, ${passes} passed`),
      );
    }
  });

  test("the overview", () => {
    const short = page.parts["in-short"] ?? "";
    const waiting = recounted.filter(({ part }) => part === "unanswered").length;
    expect(short).toContain(
      `${value("answered", "all", "answers")} answers given. ${waiting} themes still need an answer`,
    );
    expect(short).toContain(
      `${value("said", "all", "comments")} comments in ${value("said", "all", "threads")} threads`,
    );
    const rows = page.tables.get("People who took part by kind of work, compared with jobs (2019)") ?? [];
    const jobs = (of: string[][]) => of.reduce((sum, cell) => sum + Number(cell[4]?.replaceAll(",", "")), 0);
    const unheard = jobs(rows.filter((cell) => cell[2] === "not shown"));
    expect(short).toContain(`${formatNumber(unheard)} jobs, ${percent(unheard, jobs(rows))} of all`);
    expect(page.parts.unheard).toContain(`${formatNumber(unheard)} jobs in Black Country`);
  });

  test("every number of a chart is in its table", () => {
    const [maps, others] = [page.charts.filter(isMap), page.charts.filter((chart) => !isMap(chart))];
    const themes = page.tables.get("By theme")?.length;
    const sectors = page.tables.get("People who took part by kind of work, compared with jobs (2019)")?.length;
    const weeks = page.tables.get("Week by week")?.length;
    expect(others.map(({ rows }) => rows.length)).toEqual([themes, sectors, weeks, themes, sectors]); // on two pages
    expectChartsToEqualTables({ charts: others });
    expect(maps).toHaveLength(1);
  });

  test.each(["themes", "agreement", "coverage", "timeline"])(
    "the file of the chart %s has what its table has",
    async (id) => {
      const query = new URLSearchParams({ lep: lepId });
      const found = await findSummaryChart({ slug: strategyId, chart: id }, query);
      if (!found) throw new Error("there is no such chart");
      const shown = page.tables.get(found.chart.title) ?? [];
      const isOnPage = (cell: string, column: number) => column < (shown[0]?.length ?? 0) && cell !== "";
      const rows = found.chart.table.rows.map((cells) => cells.map(tableText).filter(isOnPage));
      const onPage = shown.map((cells) => cells.map((cell) => cell.replace(/ (comment|thread|reaction)s?, .*/, "")));
      expect(rows.length).toBeGreaterThan(1);
      expect(rows.sort()).toEqual(onPage.sort());
      const lines = (await chartCsv(found.fileName, found.chart).text()).trim().split("\r\n");
      expect(lines).toHaveLength(rows.length + 1);
      expect(await chartSvgFile(found.fileName, found.chart).text()).toContain("<svg");
    },
  );

  test("by the author's view, which adds up to all comments", () => {
    const rows = page.tables.get(stancesCaption) ?? [];
    expect(rows.map(([name]) => name)).toEqual(["For", "Neither for nor against", "Against", "No view given"]);
    const counted = rows.map(([name = "", ...cells]) => [name, ...cells.map((cell) => Number.parseInt(cell, 10))]);
    for (const [name, comments, threads] of counted)
      expect([name, comments, threads]).toEqual([
        name,
        ...["comments", "threads"].map((what) => value("said by view", String(name), what)),
      ]);
    expect(counted.reduce((sum, [, comments]) => sum + Number(comments), 0)).toBe(value("said", "all", "comments"));
  });

  test("by foundation, as many people as the newest release shows", async () => {
    const release = await db().release.findFirstOrThrow({ where: { lepId }, orderBy: { number: "desc" } });
    const cells = z.array(z.tuple([z.string(), z.string(), z.string(), z.int()])).parse(release.cells);
    const ids = new Map((await db().theme.findMany()).map(({ id, name }) => [name, id]));
    const rows = page.tables.get("By foundation") ?? [];
    const shown = rows.map((row) => [row[0], row[7]]);
    expect(shown).toEqual(
      rows.map(([name = ""]) => {
        const own = cells.find(
          ([theme, ...rest]) => theme === (ids.get(name) ?? "other") && rest.slice(0, 2).join() === "all,all",
        );
        return [name, own ? formatNumber(own[3]) : "not shown"];
      }),
    );
  });

  test("the trend of a theme is made of its threads of each week", async () => {
    const found = await findSummaryChart({ slug: strategyId, chart: "themes" }, new URLSearchParams({ lep: lepId }));
    const drawing = found?.chart.drawing;
    if (drawing?.kind !== "stacked") throw new Error("there is no such chart");
    const counted = z.array(z.object({ theme: z.string(), threads: z.int() })).parse(
      await db().$queryRaw`
        SELECT ct."themeId" AS theme, count(*)::int AS threads
        FROM threads t JOIN comments c ON c."threadId" = t.id AND NOT c."isReply" AND c.state = 'published'
          JOIN comment_themes ct ON ct."commentId" = c.id
        WHERE t."strategyId" = ${strategyId} AND c."lepId" = ${lepId} AND t.week > current_date - 84
        GROUP BY ct."themeId", t.week ORDER BY t.week`,
    );
    expect(counted.length).toBeGreaterThan(drawing.rows.length);
    const cells = new Map(page.tables.get("By theme")?.map((row) => [row[0], row.at(-1)]));
    for (const { id, name, trend } of drawing.rows) {
      expect([id, ...trend.filter((threads) => threads > 0)]).toEqual([
        id,
        ...counted.filter(({ theme }) => theme === id).map(({ threads }) => threads),
      ]);
      expect([name, cells.get(name)]).toEqual([name, trend.join("; ")]);
    }
  });

  test("there is no file of a chart, LEP or subject that does not exist", async () => {
    const find = (slug: string, chart: string, query: string) =>
      findSummaryChart({ slug, chart }, new URLSearchParams(query));
    expect(await find(strategyId, "themes", "")).toMatchObject({ fileName: strategyId });
    expect(await find(strategyId, "themes", `lep=${lepId}&subject=skills`)).toMatchObject({
      fileName: `${lepId}-skills`,
    });
    for (const [slug, chart, query] of [
      [strategyId, "weather", ""],
      [strategyId, "coverage", ""], // people are counted by LEP
      ["atlantis", "themes", ""],
      [strategyId, "themes", "lep=atlantis"],
      [strategyId, "themes", "lep=cornwall-scilly"],
      [strategyId, "themes", `lep=${lepId}&subject=weather`],
      [strategyId, "themes", "subject=skills"],
    ] as const)
      expect([slug, chart, query, await find(slug, chart, query)]).toEqual([slug, chart, query, null]);
  });

  test("the map of agreement has every comment with five reactions, as counted", async () => {
    const [map] = page.charts.filter(isMap);
    const comments = await db().comment.findMany({
      where: { lepId, strategyId, state: "published" },
      select: { text: true, agrees: true, disagrees: true, passes: true },
    });
    const counted = comments
      .map(({ text, ...counts }) => ({ text, counts, all: counts.agrees + counts.disagrees + counts.passes }))
      .filter(({ all, counts }) => all >= 5 && counts.agrees + counts.disagrees > 0);
    expect(counted.length).toBeGreaterThan(5);
    const rows = counted.map(({ text, counts, all }) => [
      ...[text.slice(0, 30), String(all)],
      ...percents([counts.agrees, counts.disagrees, counts.passes]),
    ]);
    expect(map?.table.map(([text = "", ...cells]) => [text.slice(0, 30), ...cells]).sort()).toEqual(rows.sort());
  });

  test("campaigns and responses", () => {
    expect(page.parts.unions).toContain("4 people sent this text, 2 people changed it");
    const sent = recounted.filter(({ part }) => part === "campaigns");
    expect(sent.map((row) => [row.subject.trim(), row.what, row.value])).toEqual([
      [campaign, "identical", 4],
      [campaign, "personalised", 2],
    ]);
    expect(page.parts.unions).toContain("2,480 of 4,000 members took part");
  });

  test("moderation", () => {
    const rows = new Map(
      (page.tables.get("Decisions on the whole strategy") ?? []).map(([name, count]) => [name, count]),
    );
    const rounded = (count: number | null) => (count === null ? "under 5" : `about ${count}`);
    for (const [name, what] of Object.entries(moderationLabels)) {
      const count = value("moderated", "all", what);
      const isRounded = what === "held" || what === "appealsUpheld";
      expect([name, rows.get(name)]).toEqual([name, isRounded ? rounded(count) : String(count)]);
    }
    expect(rows.size).toBe(Object.keys(moderationLabels).length);
    const hours = value("moderated", "all", "medianHours") ?? Number.NaN;
    expect(hours).toBeGreaterThan(0);
    expect(page.parts.moderated).toContain(
      hours < 48 ? `waited ${hours} hour` : `waited ${Math.round(hours / 24)} day`,
    );
    const reasons = page.tables.get("Reasons for not publishing unchanged, up to last Sunday") ?? [];
    const counts = recounted.filter(({ part }) => part === "moderated by reason").map((row) => rounded(row.value));
    expect(
      reasons
        .map(([, count]) => count)
        .filter((count) => count !== "under 5")
        .sort(),
    ).toEqual(counts.sort());
  });

  test("answers given and outstanding", () => {
    const waiting = recounted.filter(({ part }) => part === "unanswered");
    const answers = page.parts[`answers-${strategyId}`] ?? "";
    expect(answers).toContain(`${value("answered", "all", "answers")} answers so far`);
    expect(answers).toContain(`${waiting.length} themes still need an answer`);
    for (const { subject, value: count } of waiting)
      expect(page.parts[`unanswered-${strategyId}`]).toContain(`${subject}${count} comment`);
  });

  test("local facts", () => {
    expect(page.parts["local-facts"]).toContain(`${formatNumber(value("place", "here", "people") ?? 0)} people live`);
    const both = (part: string, what: string) =>
      ["here", "england"].map((area) => share(value(part, area, what) ?? Number.NaN));
    const [caption = ""] = [...page.tables.keys()].filter((name) => name.startsWith("Black Country and England"));
    expect(page.tables.get(caption)?.map(([, ...cells]) => cells)).toEqual([
      both("place", "rural"),
      both("place", "coast"),
      both("work", "foundational"),
      both("work", "foundational in part"),
      both("work", "low paid"),
      both("work", "low paid in part"),
    ]);
    for (const what of ["lowest", "highest", "england"])
      expect(page.parts["local-facts"]).toContain(`£${Math.round(value("pay", what, "pounds") ?? 0)}`);
    const jobs = page.tables.get("Jobs by sector, Black Country and England, 2019") ?? [];
    const sectors = recounted.filter(({ part }) => part === "jobs");
    expect(jobs.length).toBe(sectors.length);
    for (const { subject, value: count } of sectors)
      expect(jobs.some(([name, cell]) => name?.startsWith(subject) && cell === formatNumber(count ?? 0))).toBe(true);
  });

  test("coverage: the stored release, against jobs", async () => {
    const stored = await db().release.findFirstOrThrow({ where: { lepId }, orderBy: { number: "desc" } });
    const cells = z.array(z.tuple([z.string(), z.string(), z.string(), z.number()])).parse(stored.cells);
    const shown = cells.filter(([, sector, district]) => sector !== "all" || district !== "all").map((cell) => cell[3]);
    const people = [...page.tables].flatMap(([caption, rows]) =>
      caption.startsWith("People who took part by kind of work")
        ? rows.map((cell) => cell[2])
        : caption === "People who took part by district"
          ? rows.map((cell) => cell[2])
          : [],
    );
    expect(people.filter((cell) => cell !== "not shown").sort()).toEqual(shown.map(String).sort());
    const residents = recounted.filter(({ part }) => part === "residents").map((row) => formatNumber(row.value ?? 0));
    expect((page.tables.get("People who took part by district") ?? []).map((cell) => cell[3]).sort()).toEqual(
      residents.sort(),
    );
    const jobs = page.tables.get("People who took part by kind of work, compared with jobs (2019)") ?? [];
    const total = recounted.filter(({ part }) => part === "jobs").reduce((sum, row) => sum + (row.value ?? 0), 0);
    expect(jobs.reduce((sum, cell) => sum + Number(cell[4]?.replaceAll(",", "")), 0)).toBe(total);
  });
});

test("every quotation is an exact part of a published comment", async () => {
  const comments = await db().comment.findMany({ where: { state: "published" }, select: { text: true } });
  const quotes = Object.values(page.quotesByPart).flat();
  expect(quotes.length).toBeGreaterThan(20);
  for (const quote of quotes)
    expect([quote, comments.some(({ text }) => isQuotedFrom(quote, text))]).toEqual([quote, true]);
});

test("verify finds a quotation outside its comment", async () => {
  expect(await findBrokenQuotations()).toEqual([]);
  const key = { strategyId_lepId_part: { strategyId, lepId, part: "quotations" } };
  const { content } = await db().summaryPart.findUniqueOrThrow({ where: key });
  const [theme, ...rest] = z
    .array(z.looseObject({ quotations: z.array(z.looseObject({ end: z.int() })) }))
    .parse(content);
  const [first, ...others] = theme?.quotations ?? [];
  const spoilt = [{ ...theme, quotations: [{ ...first, end: 100_000 }, ...others] }, ...rest];
  await db().summaryPart.update({ where: key, data: { content: spoilt as never } });
  expect(await findBrokenQuotations()).toEqual([{ strategyId, lepId, comment: first?.comment }]);
});

const isMap = ({ claim }: { claim: string }) => claim.startsWith("Of ");

/** Whether a quote is the full text, part of it, or its beginning with the mark of an excerpt. */
const isQuotedFrom = (quote: string, text: string) =>
  quote.endsWith(" …") ? text.startsWith(quote.slice(0, -2)) : text.includes(quote);

const moderationLabels = {
  "Waiting for a rep": "held",
  Published: "published",
  "Sent back for changes": "returned",
  "Not published": "rejected",
  "Text masked": "redacted",
  Removed: "removed",
  "Appeals upheld": "appealsUpheld",
};
