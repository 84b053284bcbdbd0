import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type CommentView, commentColumns, toCommentView } from "@/lib/comments/comment.queries";
import { commentPriority, drawCandidate } from "@/lib/comments/reactions/comment-routing.rules";
import { db } from "@/lib/database/client";
import { runPrepared } from "@/lib/database/prepared";
import { findAccountParticipant, findParticipant, participantOwnerIndex } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { Prisma } from "@/prisma/generated/client";
import { Phase, type ReactionValue } from "@/prisma/generated/enums";

/** The largest number of comments from which the next one is drawn. */
const candidateLimit = 500;

const candidate = z.object({ id: z.string(), agrees: z.number(), disagrees: z.number(), passes: z.number() });

/**
 * Draws a comment for a participant to react to, in proportion to priority, from those that they neither wrote nor
 * reacted to. Where there are more than 500, it is drawn from 500 in the order of their ids, beginning at random: ids
 * are random, so each comment has the same chance to be among them.
 * @param participantId null for somebody new
 * @param skippedId a comment that the participant has just skipped
 */
export async function drawNextComment(
  strategyId: string,
  participantId: string | null,
  skippedId: string | null = null,
): Promise<CommentView | null> {
  const start = randomBytes(17).toString("base64url").slice(0, 22);
  const rows = z.array(candidate).parse(
    await db().$queryRaw`
      WITH own_reactions AS (SELECT "commentId" FROM reactions WHERE "participantId" = ${participantId ?? ""}),
      unseen AS (
        (SELECT c.id, agrees, disagrees, passes, 1 AS part FROM comments c
          WHERE "strategyId" = ${strategyId} AND NOT "isReply" AND state = 'published' AND c.id >= ${start}
            AND "participantId" <> ${participantId ?? ""} AND c.id NOT IN (SELECT "commentId" FROM own_reactions)
          ORDER BY c.id LIMIT ${candidateLimit})
        UNION ALL
        (SELECT c.id, agrees, disagrees, passes, 2 FROM comments c
          WHERE "strategyId" = ${strategyId} AND NOT "isReply" AND state = 'published' AND c.id < ${start}
            AND "participantId" <> ${participantId ?? ""} AND c.id NOT IN (SELECT "commentId" FROM own_reactions)
          ORDER BY c.id LIMIT ${candidateLimit})
      )
      SELECT id, agrees, disagrees, passes FROM unseen ORDER BY part, id LIMIT ${candidateLimit}`,
  );
  const others = rows.length > 1 ? rows.filter(({ id }) => id !== skippedId) : rows;
  const candidates = others.map((row) => ({ id: row.id, priority: commentPriority({ ...row, extremity: 0 }) }));
  const nextCandidate = drawCandidate(candidates, Math.random());
  return nextCandidate && getPublishedComment(strategyId, nextCandidate.id);
}

/** A published comment of this strategy; null otherwise. */
export async function getPublishedComment(strategyId: string, id: string): Promise<CommentView | null> {
  const row = await db().comment.findFirst({ where: { id, strategyId, state: "published" }, select: commentColumns });
  return row && toCommentView(row);
}

export type ReactionTarget = { participantId: string; strategy: { phase: Phase; closesAt: Date | null } };

const targetRow = z.object({ participantId: z.string(), phase: z.enum(Phase), closesAt: z.date().nullable() });

/** Author and strategy of a published comment, for the command that stores a reaction. */
export async function getReactionTarget(strategyId: string, id: string): Promise<ReactionTarget | null> {
  const rows = await runPrepared(
    "target of a reaction",
    Prisma.sql`
    SELECT c."participantId", s.phase, s."closesAt" FROM comments c JOIN strategies s ON s.id = c."strategyId"
    WHERE c.id = ${id} AND c."strategyId" = ${strategyId} AND c.state = 'published'`,
  );
  if (rows.length === 0) return null;
  const { participantId, ...strategy } = targetRow.parse(rows[0]);
  return { participantId, strategy };
}

/** The id of a person's participant in a strategy; null when they have none there. */
export async function findParticipantId(person: Person, strategyId: string): Promise<string | null> {
  if (person.accountId) return (await findAccountParticipant(person.accountId, strategyId))?.id ?? null;
  if (person.participantId === null || person.participantStrategyId !== strategyId) return null;
  return (await findParticipant(person.participantId))?.id ?? null;
}

const reactor = z.object({ id: z.string(), alias: z.string(), hasWithdrawnConsent: z.boolean() });

/** A person's participant in a strategy, for the command that stores a reaction; null when they have none there. */
export async function findReactor(person: Person, strategyId: string): Promise<z.infer<typeof reactor> | null> {
  const { accountId, participantId, participantStrategyId } = person;
  if (!accountId && (participantId === null || participantStrategyId !== strategyId)) return null;
  const [name, filter] = accountId
    ? ["reactor of an account", Prisma.sql`"ownerIndex" = ${participantOwnerIndex(accountId, strategyId)}`]
    : ["reactor of a session", Prisma.sql`id = ${participantId}`];
  const rows = await runPrepared(
    name,
    Prisma.sql`
    SELECT id, alias, "consentEndedAt" IS NOT NULL AS "hasWithdrawnConsent" FROM participants WHERE ${filter}`,
  );
  return rows.length === 0 ? null : reactor.parse(rows[0]);
}

/** A participant's reaction to a comment; null when there is none. */
export async function getOwnReaction(participantId: string | null, commentId: string): Promise<ReactionValue | null> {
  if (!participantId) return null;
  const reaction = await db().reaction.findUnique({ where: { commentId_participantId: { commentId, participantId } } });
  return reaction?.value ?? null;
}

/** How many comments a participant has reacted to. */
export async function countOwnReactions(participantId: string | null): Promise<number> {
  return participantId ? db().reaction.count({ where: { participantId } }) : 0;
}

const reactionDifference = z.object({ id: z.string(), what: z.string() });

/**
 * Comments with fewer reactions in their counts than in the table, and threads whose support differs from the counts;
 * empty when all is well. Counts can be higher: erased reactions stay in them.
 */
export async function verifyReactions(): Promise<z.infer<typeof reactionDifference>[]> {
  const rows = await db().$queryRaw`
    WITH counts AS (
      SELECT "commentId", count(*) FILTER (WHERE counted = 'agree') AS agrees,
        count(*) FILTER (WHERE counted = 'disagree') AS disagrees, count(*) FILTER (WHERE counted = 'pass') AS passes
      FROM reactions WHERE counted IS NOT NULL GROUP BY "commentId"
    )
    SELECT c.id, 'counts' AS what FROM comments c JOIN counts r ON r."commentId" = c.id
    WHERE c.agrees < r.agrees OR c.disagrees < r.disagrees OR c.passes < r.passes
    UNION ALL
    SELECT t.id, 'support' FROM threads t JOIN comments c ON c."threadId" = t.id AND NOT c."isReply" AND c.state = 'published'
    WHERE abs(t.support - wilson_lower_bound(c.agrees, c.agrees + c.disagrees + c.passes)) > 1e-9`;
  return z.array(reactionDifference).parse(rows);
}
