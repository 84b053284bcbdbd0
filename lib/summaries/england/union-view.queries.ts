import { z } from "zod";
import { db } from "@/lib/database/client";
import { hiddenPhases } from "@/lib/strategies/strategy.rules";
import type { UnionFacts } from "@/lib/summaries/england/union-view.rules";
import { storedCells } from "@/lib/summaries/releases/release.schema";
import { anyThemeKey, totalKey } from "@/lib/summaries/releases/release-table.rules";
import { weekOf } from "@/lib/summaries/week.rules";
import { AnswerDecision } from "@/prisma/generated/enums";

/** What a union's page counts, in three statements; null for an unknown union. */
export async function getUnionFacts(id: string): Promise<UnionFacts | null> {
  const [union, areas, responses] = await Promise.all([
    db().union.findUnique({
      where: { id },
      select: { id: true, name: true, shortName: true, covers: true, sectors: true },
    }),
    listReleasedAreas(),
    listUnionResponses(id),
  ]);
  return union && { union, areas, responses };
}

/** The unions of the list, by name. */
export function listUnions(): Promise<{ id: string; name: string }[]> {
  return db().union.findMany({ orderBy: { name: "asc" }, select: { id: true, name: true } });
}

const areaRows = z.array(z.object({ id: z.string(), name: z.string(), cells: storedCells }));

/** The newest release of each area, with its cells of all themes and districts only: those of kinds of work. */
async function listReleasedAreas(): Promise<UnionFacts["areas"]> {
  const rows = areaRows.parse(
    await db().$queryRaw`
      SELECT b.id, b.name,
        (SELECT coalesce(jsonb_agg(c), '[]') FROM jsonb_array_elements(r.cells) c
          WHERE c->>0 = ${anyThemeKey} AND c->>2 = ${totalKey}) AS cells
      FROM bodies b
      JOIN LATERAL (SELECT cells FROM releases WHERE "lepId" = b.id ORDER BY number DESC LIMIT 1) r ON true
      WHERE b."isCounted" ORDER BY b.name`,
  );
  return rows.map(({ cells, ...area }) => ({ ...area, release: { cells } }));
}

const count = z.int().min(0);
const responseRows = z.array(
  z.object({
    id: z.string(),
    strategyId: z.string(),
    areaName: z.string(),
    branch: z.string(),
    consulted: count,
    tookPart: count,
    publishedAt: z.date(),
    decision: z.enum(AnswerDecision).nullable(),
    why: z.string().nullable(),
  }),
);

/** The union's published responses in their newest revisions, newest first, each with its published answer. */
async function listUnionResponses(unionId: string): Promise<UnionFacts["responses"]> {
  const rows = responseRows.parse(
    await db().$queryRaw`
      SELECT c.id, c."strategyId", s."areaName", c.branch, r.consulted, r."tookPart", r."publishedAt", v.decision, v.why
      FROM collective_responses c
      JOIN response_revisions r ON r."responseId" = c.id AND r.number = c.revision
      JOIN strategies s ON s.id = c."strategyId" AND NOT s.phase::text = ANY (${hiddenPhases})
      LEFT JOIN answers a ON a."strategyId" = c."strategyId" AND a."sourceKind" = 'response' AND a."sourceId" = c.id
      LEFT JOIN answer_revisions v ON v."answerId" = a.id AND v.number = a."publishedRevision"
      WHERE c."unionId" = ${unionId} AND c.revision > 0
      ORDER BY date_trunc('week', r."publishedAt") DESC, s."areaName", c.id`,
  );
  return rows.map(({ publishedAt, decision, why, ...response }) => ({
    ...response,
    week: weekOf(publishedAt),
    answer: decision && why !== null ? { decision, why } : null,
  }));
}
