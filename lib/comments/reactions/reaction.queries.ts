import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type CommentView, view, viewColumns } from "@/lib/comments/comment.queries";
import { drawNext, priority } from "@/lib/comments/reactions/comment-routing.rules";
import { db } from "@/lib/database/client";
import { findParticipant, findParticipantOf } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import type { Phase, ReactionValue } from "@/prisma/generated/enums";

/** Of at most so many comments, a random stretch of all, the next one is drawn. */
const drawnFrom = 500;

const candidate = z.object({ id: z.string(), agrees: z.number(), disagrees: z.number(), passes: z.number() });

/**
 * The next comment that this participant may be asked about, drawn in proportion to priority from those not reacted
 * to, and not theirs. Where there are more than 500, it is drawn from 500 that follow each other in the order of their
 * random ids from a random one on: each has the same chance to be among them.
 * @param participantId null for somebody new
 * @param not a comment that was skipped just now
 */
export async function drawForReaction(
  strategyId: string,
  participantId: string | null,
  not: string | null = null,
): Promise<CommentView | null> {
  const start = randomBytes(17).toString("base64url").slice(0, 22);
  const rows = z.array(candidate).parse(
    await db().$queryRaw`
      WITH mine AS (SELECT "commentId" FROM reactions WHERE "participantId" = ${participantId ?? ""}),
      unseen AS (
        (SELECT c.id, agrees, disagrees, passes, 1 AS part FROM comments c
          WHERE "strategyId" = ${strategyId} AND NOT "isReply" AND state = 'published' AND c.id >= ${start}
            AND "participantId" <> ${participantId ?? ""} AND c.id NOT IN (SELECT "commentId" FROM mine)
          ORDER BY c.id LIMIT ${drawnFrom})
        UNION ALL
        (SELECT c.id, agrees, disagrees, passes, 2 FROM comments c
          WHERE "strategyId" = ${strategyId} AND NOT "isReply" AND state = 'published' AND c.id < ${start}
            AND "participantId" <> ${participantId ?? ""} AND c.id NOT IN (SELECT "commentId" FROM mine)
          ORDER BY c.id LIMIT ${drawnFrom})
      )
      SELECT id, agrees, disagrees, passes FROM unseen ORDER BY part, id LIMIT ${drawnFrom}`,
  );
  const others = rows.length > 1 ? rows.filter(({ id }) => id !== not) : rows;
  const candidates = others.map((row) => ({ id: row.id, priority: priority({ ...row, extremity: 0 }) }));
  const drawn = drawNext(candidates, Math.random());
  return drawn && getPublished(strategyId, drawn.id);
}

/** A comment that stands published in this strategy; null otherwise. */
export async function getPublished(strategyId: string, id: string): Promise<CommentView | null> {
  const row = await db().comment.findFirst({ where: { id, strategyId, state: "published" }, select: viewColumns });
  return row && view(row);
}

export type Reactable = { participantId: string; strategy: { phase: Phase; closesAt: Date | null } };

/** What a command needs to know of a comment before it takes a reaction: its author, and the strategy. */
export async function getReactable(strategyId: string, id: string): Promise<Reactable | null> {
  const row = await db().comment.findFirst({
    where: { id, strategyId, state: "published" },
    select: { participantId: true, thread: { select: { strategy: { select: { phase: true, closesAt: true } } } } },
  });
  return row && { participantId: row.participantId, strategy: row.thread.strategy };
}

/** Who a person is already in a strategy; null when they are nobody there yet. */
export async function participantIdOf(person: Person, strategyId: string): Promise<string | null> {
  if (person.accountId) return (await findParticipantOf(person.accountId, strategyId))?.id ?? null;
  if (person.participantId === null || person.participantStrategyId !== strategyId) return null;
  return (await findParticipant(person.participantId))?.id ?? null;
}

/** What a participant said to a comment; null when nothing. */
export async function ownReaction(participantId: string | null, commentId: string): Promise<ReactionValue | null> {
  if (!participantId) return null;
  const found = await db().reaction.findUnique({ where: { commentId_participantId: { commentId, participantId } } });
  return found?.value ?? null;
}

/** How many comments a participant has reacted to. */
export async function countReactions(participantId: string | null): Promise<number> {
  return participantId ? db().reaction.count({ where: { participantId } }) : 0;
}

const difference = z.object({ id: z.string(), what: z.string() });

/** Where the counts beside a comment, or a thread's support, differ from the reactions; empty when all agree. */
export async function verifyReactions(): Promise<z.infer<typeof difference>[]> {
  const rows = await db().$queryRaw`
    WITH counted AS (
      SELECT "commentId", count(*) FILTER (WHERE value = 'agree') AS agrees,
        count(*) FILTER (WHERE value = 'disagree') AS disagrees, count(*) FILTER (WHERE value = 'pass') AS passes
      FROM reactions GROUP BY "commentId"
    )
    SELECT c.id, 'counts' AS what FROM comments c LEFT JOIN counted r ON r."commentId" = c.id
    WHERE (c.agrees, c.disagrees, c.passes)
      <> (coalesce(r.agrees, 0), coalesce(r.disagrees, 0), coalesce(r.passes, 0))
    UNION ALL
    SELECT t.id, 'support' FROM threads t JOIN comments c ON c."threadId" = t.id AND NOT c."isReply"
    WHERE abs(t.support - wilson(c.agrees, c.agrees + c.disagrees + c.passes)) > 1e-9`;
  return z.array(difference).parse(rows);
}
