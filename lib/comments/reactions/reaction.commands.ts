import { whyCannotReact } from "@/lib/comments/reactions/reaction.policy";
import { findParticipantId, getReactionTarget } from "@/lib/comments/reactions/reaction.queries";
import type { ReactionInput } from "@/lib/comments/reactions/reaction.schema";
import { storeReaction } from "@/lib/comments/reactions/reaction.writes";
import { db } from "@/lib/database/client";
import { NotFound, RateLimited, RuleViolation } from "@/lib/errors";
import { hasWithdrawnConsent, receiptForForm } from "@/lib/people/participant.queries";
import { findOrCreateParticipant } from "@/lib/people/participant.writes";
import { needsReceipt, type Person } from "@/lib/people/person.policy";
import { currentConsentVersion } from "@/lib/people/privacy/consent.rules";
import { requireProofOfWork } from "@/lib/security/proof-of-work";
import { isWithinLimit } from "@/lib/security/rate-limit";

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
  const networkLimit = knownParticipantId ? "network-reactions" : "network-participants";
  if (!(await isWithinLimit(networkLimit, client))) await requireProofOfWork(solution);
}
