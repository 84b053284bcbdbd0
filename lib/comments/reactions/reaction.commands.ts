import { whyCannotReact } from "@/lib/comments/reactions/reaction.policy";
import { findParticipantId, getReactionTarget } from "@/lib/comments/reactions/reaction.queries";
import type { ReactionInput } from "@/lib/comments/reactions/reaction.schema";
import { db, type Tx } from "@/lib/database/client";
import { Conflict, NotFound, ProofOfWorkRequired, RateLimited, RuleViolation } from "@/lib/errors";
import { hasWithdrawnConsent, receiptForForm } from "@/lib/people/participant.queries";
import { findOrCreateParticipant } from "@/lib/people/participant.writes";
import { needsReceipt, type Person } from "@/lib/people/person.policy";
import { currentConsentVersion } from "@/lib/people/privacy/consent.rules";
import { isPuzzleSolved } from "@/lib/security/proof-of-work";
import { isWithinLimit } from "@/lib/security/rate-limit";
import type { ReactionValue } from "@/prisma/generated/enums";

// wilson_lower_bound, the score of support: prisma/migrations/20261130000300_support_score.

/** A reaction that was counted. The receipt is there for somebody new who came without an account. */
export type ReactionResult = { participantId: string; alias: string; receipt: string | null };

/**
 * Agrees, disagrees or passes on a comment: one reaction of a person, which a later one replaces. The counts beside the
 * comment, and the support that its thread is sorted by, change in the same transaction.
 * @param client as the front names it
 * @throws NotFound (not published), RuleViolation (closed, their own, or somebody new without a form's number),
 *   RateLimited, ProofOfWorkRequired
 */
export async function reactToComment(
  person: Person,
  strategyId: string,
  input: Omit<ReactionInput, "puzzle"> & { puzzle?: string },
  client: string,
): Promise<ReactionResult> {
  const knownParticipantId = await findParticipantId(person, strategyId);
  const comment = await getReactionTarget(strategyId, input.comment);
  if (!comment) throw new NotFound();
  const refusal = whyCannotReact({ ...comment, isOwn: comment.participantId === knownParticipantId }, new Date());
  if (refusal) throw new RuleViolation(refusal);
  await enforceReactionLimits(person, knownParticipantId, client, input.puzzle ?? "");
  const receipt = needsReceipt(person, strategyId) && input.formId ? receiptForForm(input.formId) : null;
  if (knownParticipantId && (await hasWithdrawnConsent(knownParticipantId))) {
    throw new RuleViolation(
      "You took your agreement back. Agree again under “Your data” on “My comments”, then answer.",
    );
  }
  return db().$transaction(async (tx) => {
    const participant = await findOrCreateParticipant(tx, person, strategyId, receipt ?? undefined);
    if (participant.isNew) {
      const consent = { consentedTo: currentConsentVersion, consentedAt: new Date() };
      await tx.participant.update({ where: { id: participant.id }, data: consent });
    }
    await storeReaction(tx, input.comment, participant.id, input.value);
    return { participantId: participant.id, alias: participant.alias, receipt };
  });
}

/**
 * One person's limit; and for people without an account, who cost nothing to make, that of their network. Beyond it each
 * answer takes a puzzle, so that a hall of people goes on and a script grows slow.
 */
async function enforceReactionLimits(
  person: Person,
  knownParticipantId: string | null,
  client: string,
  solution: string,
): Promise<void> {
  const isAllowed = knownParticipantId
    ? await isWithinLimit("reaction", knownParticipantId)
    : await isWithinLimit("new-participant", client);
  if (!isAllowed) throw new RateLimited("That was a lot in a short time. Wait a quarter of an hour, then go on.");
  if (person.accountId) return;
  const isWithinNetworkLimit = await isWithinLimit(
    knownParticipantId ? "network-reactions" : "network-participants",
    client,
  );
  if (!isWithinNetworkLimit && !(solution && (await isPuzzleSolved(solution)))) throw new ProofOfWorkRequired();
}

async function storeReaction(tx: Tx, commentId: string, participantId: string, value: ReactionValue): Promise<void> {
  const { count } = await tx.reaction.createMany({
    data: [{ commentId, participantId, value }],
    skipDuplicates: true,
  });
  const previous = count === 0 ? await replaceReaction(tx, commentId, participantId, value) : null;
  if (previous === value) return;
  const change = (reaction: ReactionValue) => Number(value === reaction) - Number(previous === reaction);
  // the row of the comment is held until the end, so that counts and support are those of one moment
  const updatedCount = await tx.$executeRaw`
    WITH updated_comment AS (
      UPDATE comments SET agrees = agrees + ${change("agree")}::int, disagrees = disagrees + ${change("disagree")}::int,
        passes = passes + ${change("pass")}::int
      WHERE id = ${commentId} AND state = 'published'
      RETURNING "threadId", "isReply", agrees, agrees + disagrees + passes AS reacted
    ), updated_thread AS (
      UPDATE threads SET support = wilson_lower_bound(agrees, reacted) FROM updated_comment WHERE id = "threadId" AND NOT "isReply"
    )
    SELECT FROM updated_comment`;
  if (updatedCount === 0) throw new NotFound(); // a rep removed it a moment ago
}

/** Puts a new value in the place of the one that is there. @returns the one that was there */
async function replaceReaction(
  tx: Tx,
  commentId: string,
  participantId: string,
  value: ReactionValue,
): Promise<ReactionValue> {
  const [row] = await tx.$queryRaw<{ value: ReactionValue }[]>`
    SELECT value FROM reactions WHERE "commentId" = ${commentId} AND "participantId" = ${participantId} FOR UPDATE`;
  if (!row) throw new Conflict("Your answer was taken away a moment ago. Give it again.");
  if (row.value !== value) {
    await tx.reaction.update({ where: { commentId_participantId: { commentId, participantId } }, data: { value } });
  }
  return row.value;
}
