import { z } from "zod";
import { db, type Tx } from "@/lib/database/client";
import type { OpinionPart } from "@/lib/summaries/opinion/opinion.schema";
import { chooseQuotations } from "@/lib/summaries/quotations/quotation-selection";
import { type QuotationsPart, quotationsPart } from "@/lib/summaries/quotations/quotations.schema";
import { publishedInScope } from "@/lib/summaries/scope.queries";
import type { SummaryScope } from "@/lib/summaries/scope.rules";

const quotationsPerTheme = 3;
/** Only the comments of a theme with most reactions are candidates. */
const maxCandidates = 200;
/** A theme with fewer comments has no quotations. */
const minComments = 3;

const candidateRow = z.object({
  id: z.string(),
  text: z.string(),
  version: z.int(),
  theme: z.string(),
  agrees: z.int(),
  disagrees: z.int(),
  passes: z.int(),
});

/** Chooses quotations for every theme with enough comments in a scope. For jobs. */
export async function computeQuotations(
  scope: SummaryScope,
  opinion: OpinionPart | null,
  tx: Tx,
): Promise<QuotationsPart> {
  const rows = z.array(candidateRow).parse(
    await tx.$queryRaw`
      WITH ranked AS (
        SELECT c.id, c.version, c.text, c.agrees, c.disagrees, c.passes, t."themeId" AS theme,
          row_number() OVER (PARTITION BY t."themeId" ORDER BY c.agrees + c.disagrees + c.passes DESC, c.id) AS rank,
          count(*) OVER (PARTITION BY t."themeId") AS comments
        FROM comments c JOIN comment_themes t ON t."commentId" = c.id
        WHERE ${publishedInScope(scope)}
      ), themes AS (
        SELECT DISTINCT theme, comments FROM ranked WHERE comments >= ${minComments}
      )
      SELECT id, version, text, theme, agrees, disagrees, passes FROM ranked JOIN themes USING (theme)
      WHERE rank <= ${maxCandidates} ORDER BY themes.comments DESC, theme, rank`,
  );
  const groupOf = groupByDefiningComment(opinion);
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const chosen = chooseQuotations(
    rows.map(({ version, ...row }) => ({ ...row, group: groupOf.get(row.id) ?? null })),
    quotationsPerTheme,
  );
  return [...new Set(rows.map(({ theme }) => theme))].map((theme) => ({
    theme,
    quotations: (chosen.get(theme) ?? []).map(({ quotation, ...stored }) => ({
      ...stored,
      version: versions.get(stored.comment) ?? 0,
    })),
  }));
}

/** The group that each comment describes, by comment id. */
function groupByDefiningComment(opinion: OpinionPart | null): Map<string, string> {
  const pairs = (opinion?.groups ?? []).flatMap(({ name, defining }) =>
    defining.filter(({ side }) => side === "agree").map(({ comment }): [string, string] => [comment, name]),
  );
  return new Map(pairs.reverse());
}

/** Quotations whose offsets are outside the comment version that they quote; empty if all is well. */
export async function findBrokenQuotations(): Promise<{ strategyId: string; lepId: string; comment: string }[]> {
  const parts = await db().summaryPart.findMany({
    where: { part: "quotations" },
    select: { strategyId: true, lepId: true, content: true },
  });
  const stored = parts.flatMap(({ content, ...key }) =>
    quotationsPart
      .parse(content)
      .flatMap(({ quotations }) => quotations.map((quotation) => ({ ...key, ...quotation }))),
  );
  const comments = await db().comment.findMany({
    where: { id: { in: stored.map(({ comment }) => comment) }, state: "published" },
    select: { id: true, version: true, text: true },
  });
  const texts = new Map(comments.map(({ id, version, text }) => [`${id}/${version}`, text]));
  return stored
    .filter(({ comment, version, start, end }) => {
      const text = texts.get(`${comment}/${version}`);
      return text !== undefined && (start >= end || end > text.length);
    })
    .map(({ strategyId, lepId, comment }) => ({ strategyId, lepId, comment }));
}
