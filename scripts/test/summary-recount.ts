import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { listSummaryFigures } from "@/lib/summaries/figure.rules";
import { listLepSummaries } from "@/lib/summaries/summary.queries";

const row = z.object({ part: z.string(), subject: z.string(), what: z.string(), value: z.number().nullable() });
export type RecountedFigure = z.infer<typeof row>;

/** What a LEP's summary of a strategy should show, counted by SQL from raw rows; it shares nothing with the service. */
export async function recountSummary(url: string, lepId: string, strategyId: string): Promise<RecountedFigure[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const sql = readFileSync(join("scripts", "test", "fixtures", "summary-recount.sql"), "utf8");
    return z.array(row).parse((await client.query(sql, [lepId, strategyId])).rows);
  } finally {
    await client.end();
  }
}

type Figure = { part: string; subject: string; what: string; value: unknown };
const line = ({ part, subject, what, value }: Figure) => `${part} | ${subject} | ${what} | ${value}`;

/** The exported figures of a LEP's first summary, a line each and sorted, but for what has tests of its own. */
export async function listExportedLines(lepId: string): Promise<string[]> {
  const [summary] = await listLepSummaries(lepId);
  if (!summary) throw new Error(`no summary of ${lepId}`);
  // from releases, or from the opinion analysis
  const others = /^(heard|heard by foundation|heard by sector|heard by district|where people stand|in their words)$/;
  return listSummaryFigures(summary)
    .filter(({ part }) => !others.test(part))
    .filter(({ part, value }) => part !== "moderated by reason" || value !== null) // few and none look the same
    .filter(({ part, value }) => part !== "said by place" || value !== 0) // SQL has no row where nothing is
    .map(line)
    .sort();
}

/** The recounted figures as `listExportedLines` has them, without those that pages show beside the summary. */
export const listRecountedLines = (recounted: readonly RecountedFigure[]): string[] =>
  recounted
    .filter(({ part }) => !/^(unanswered|answered|place|residents|work|jobs|pay)$/.test(part))
    .map(line)
    .sort();
