import { consentNeeded, whyCannotReact } from "@/lib/comments/reactions/reaction.policy";
import { findReactor, getReactionTarget } from "@/lib/comments/reactions/reaction.queries";
import { refusedReactionTexts } from "@/lib/comments/reactions/reaction.rules";
import type { ReactionInput } from "@/lib/comments/reactions/reaction.schema";
import { storeReaction } from "@/lib/comments/reactions/reaction.writes";
import { db } from "@/lib/database/client";
import { NotFound, RateLimited, RuleViolation } from "@/lib/errors";
import { receiptForForm } from "@/lib/people/participant.queries";
import { findOrCreateParticipant } from "@/lib/people/participant.writes";
import { needsReceipt, type Person } from "@/lib/people/person.policy";
import { currentConsentVersion } from "@/lib/people/privacy/consent.rules";
import { requireProofOfWork } from "@/lib/security/proof-of-work";
import { countAttempt, isUnderLimit, isWithinLimit, overuseOf } from "@/lib/security/rate-limit";

/** A reaction that was stored. `receipt` is set for somebody new without an account. */
export type ReactionResult = { participantId: string; alias: string; receipt: string | null };

/**
 * Stores a person's reaction to a comment; a later one replaces it. The next edition counts it.
 * @param client as clientKey names it
 * @throws NotFound (not published), RuleViolation (closed, their own, or somebody new without a form id),
 *   RateLimited, ProofOfWorkRequired
 */
export async function reactToComment(
  person: Person,
  strategyId: string,
  input: Omit<ReactionInput, "puzzle"> & { puzzle?: string },
  client: string,
): Promise<ReactionResult> {
  const [known, comment] = await Promise.all([
    findReactor(person, strategyId),
    getReactionTarget(strategyId, input.comment),
  ]);
  if (!comment) throw new NotFound();
  const refusal = whyCannotReact({ ...comment, isOwn: comment.participantId === known?.id }, new Date());
  if (refusal) throw new RuleViolation(refusal);
  await enforceReactionLimits(person, known?.id ?? null, client, input.puzzle ?? "");
  if (known) {
    if (known.hasWithdrawnConsent) throw new RuleViolation(consentNeeded);
    await storeReaction(db(), input.comment, known.id, input.value);
    return { participantId: known.id, alias: known.alias, receipt: null };
  }
  const receipt = needsReceipt(person, strategyId) && input.formId ? receiptForForm(input.formId) : null;
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
 * Each person has a limit; people without an account, of whom a script could make any number, share that of their
 * network. Beyond the network's limit each reaction takes a puzzle, so that a group of people on one network can go on.
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
  if (!isAllowed) throw new RateLimited(refusedReactionTexts.limit);
  if (person.accountId) return;
  const networkLimit = knownParticipantId ? "network-reactions" : "network-participants";
  const points = await countAttempt(networkLimit, client);
  if (!isUnderLimit(networkLimit, points)) await requireProofOfWork(solution, overuseOf(networkLimit, points));
}
