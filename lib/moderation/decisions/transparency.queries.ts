import { weekOfEntry } from "@/lib/audit/chain.rules";
import { db } from "@/lib/database/client";
import { type ModerationFigures, moderationFigures } from "@/lib/moderation/decisions/transparency.schema";
import type { CommentState, ModerationAction } from "@/prisma/generated/enums";

/** Moderation figures of a lead body, with its id and name. */
export type BodyModeration = ModerationFigures & { bodyId: string; name: string };

/**
 * The moderation figures of lead bodies as the newest editions have them, by name; without bodies that had neither
 * decisions nor open cases then.
 * @param bodyId restricts the result to one body
 */
export async function listModerationFigures(bodyId?: string): Promise<BodyModeration[]> {
  const rows = await db().moderationFigures.findMany({
    where: { bodyId },
    orderBy: { body: { name: "asc" } },
    select: { bodyId: true, figures: true, body: { select: { name: true } } },
  });
  return rows.map(({ bodyId, figures, body }) => ({
    bodyId,
    name: body.name,
    ...moderationFigures.parse(figures),
  }));
}

/** Whether a body leads a strategy, and so has a record of decisions, which may be empty. */
export async function hasDecisionRecord(bodyId: string): Promise<boolean> {
  return (await db().body.count({ where: { id: bodyId, leads: { some: {} } } })) > 0;
}

/** The public fields of a decision. `day`: YYYY-MM-DD, of its edition; before editions, the Monday of its week. */
export type DecisionLogEntry = {
  number: number;
  day: string;
  action: ModerationAction;
  from: CommentState;
  to: CommentState;
};

export const decisionsPerPage = 20;

/** A page of a body's decisions, newest first. @param before the number of the last one shown */
export async function listDecisionLog(
  bodyId: string,
  before: number | null,
): Promise<{ items: DecisionLogEntry[]; next: number | null }> {
  const rows = await db().recordEntry.findMany({
    where: { chainId: bodyId, ...(before !== null && { number: { lt: before } }) },
    orderBy: { number: "desc" },
    take: decisionsPerPage + 1,
    select: {
      number: true,
      day: true,
      decision: { select: { decidedAt: true, action: true, fromState: true, toState: true } },
    },
  });
  const items = rows.slice(0, decisionsPerPage).map(({ number, day, decision }) => {
    const { decidedAt, action, fromState: from, toState: to } = decision;
    const shownDay = day?.toISOString().slice(0, 10) ?? weekOfEntry({ decidedAt: decidedAt.toISOString() });
    return { number, day: shownDay, action, from, to };
  });
  return { items, next: rows.length > items.length ? (items.at(-1)?.number ?? null) : null };
}

/** Where the stored counts of decisions differ from the decisions of the public record. */
export async function verifyDecisionCounts(): Promise<
  { chainId: string; action: ModerationAction; stored: number; counted: number }[]
> {
  return db().$queryRaw`
    SELECT "chainId", action, coalesce(k.count, 0) AS stored, coalesce(c.count, 0) AS counted
    FROM decision_counts k FULL JOIN (
      SELECT d."chainId", london_week(d."decidedAt") AS week, c.kind, d.action, coalesce(d.reason, '') AS reason,
        count(*)::int AS count
      FROM record_entries r JOIN decisions d ON d.id = r."decisionId" JOIN cases c ON c.id = d."caseId" GROUP BY 1, 2, 3, 4, 5
    ) c USING ("chainId", week, kind, action, reason)
    WHERE k.count IS DISTINCT FROM c.count ORDER BY 1, 2`;
}
