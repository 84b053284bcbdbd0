import { z } from "zod";
import { db } from "@/lib/database/client";
import type { StandPart } from "@/lib/summaries/opinion/opinion.schema";
import { type WordsPart, wordsPart } from "@/lib/summaries/quotations/quotation.schema";
import { chooseQuotations } from "@/lib/summaries/quotations/quotation-selection";

const perTheme = 3;
/** The most reacted-to comments of a theme, from which to choose. */
const candidates = 200;
/** A theme with fewer comments is read, not summarised. */
const fewestComments = 3;

const candidate = z.object({
  id: z.string(),
  text: z.string(),
  version: z.int(),
  theme: z.string(),
  agrees: z.int(),
  disagrees: z.int(),
  passes: z.int(),
});

/** Chooses quotations for every theme of a strategy under one LEP that has enough comments. For a job. */
export async function chooseWords(strategyId: string, lepId: string, stand: StandPart | null): Promise<WordsPart> {
  const rows = z.array(candidate).parse(
    await db().$queryRaw`
      WITH ranked AS (
        SELECT c.id, c.version, c.text, c.agrees, c.disagrees, c.passes, t."themeId" AS theme,
          row_number() OVER (PARTITION BY t."themeId" ORDER BY c.agrees + c.disagrees + c.passes DESC, c.id) AS place,
          count(*) OVER (PARTITION BY t."themeId") AS of
        FROM comments c JOIN comment_themes t ON t."commentId" = c.id
        WHERE c."strategyId" = ${strategyId} AND c."lepId" = ${lepId} AND c.state = 'published'
      ), themes AS (
        SELECT DISTINCT theme, of FROM ranked WHERE of >= ${fewestComments}
      )
      SELECT id, version, text, theme, agrees, disagrees, passes FROM ranked JOIN themes USING (theme)
      WHERE place <= ${candidates} ORDER BY themes.of DESC, theme, place`,
  );
  const groupOf = definedBy(stand);
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const chosen = chooseQuotations(
    rows.map(({ version, ...row }) => ({ ...row, group: groupOf.get(row.id) ?? null })),
    perTheme,
  );
  return [...new Set(rows.map(({ theme }) => theme))].map((theme) => ({
    theme,
    quotations: (chosen.get(theme) ?? []).map(({ quotation, ...one }) => ({
      ...one,
      version: versions.get(one.comment) ?? 0,
    })),
  }));
}

/** The group that agrees on a comment more than others do. */
function definedBy(stand: StandPart | null): Map<string, string> {
  const pairs = (stand?.groups ?? []).flatMap(({ name, defining }) =>
    defining.filter(({ side }) => side === "agree").map(({ comment }): [string, string] => [comment, name]),
  );
  return new Map(pairs.reverse());
}

/** Quotations whose offsets are not within the comment as it was quoted; empty when all are. */
export async function verifyQuotations(): Promise<{ strategyId: string; lepId: string; comment: string }[]> {
  const parts = await db().summaryPart.findMany({
    where: { part: "quotations" },
    select: { strategyId: true, lepId: true, content: true },
  });
  const quoted = parts.flatMap(({ content, ...of }) =>
    wordsPart.parse(content).flatMap(({ quotations }) => quotations.map((one) => ({ ...of, ...one }))),
  );
  const comments = await db().comment.findMany({
    where: { id: { in: quoted.map(({ comment }) => comment) }, state: "published" },
    select: { id: true, version: true, text: true },
  });
  const texts = new Map(comments.map(({ id, version, text }) => [`${id}/${version}`, text]));
  return quoted
    .filter(({ comment, version, start, end }) => {
      const text = texts.get(`${comment}/${version}`);
      return text !== undefined && (start >= end || end > text.length);
    })
    .map(({ strategyId, lepId, comment }) => ({ strategyId, lepId, comment }));
}
