import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, type Tx } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import {
  canSeeOriginals,
  canViewOriginal,
  whyCannotDecideRequest,
  whyCannotRequestAccess,
} from "@/lib/moderation/originals/access-request.policy";
import { accessRequestState, isRequestOpen } from "@/lib/moderation/originals/access-request.rules";
import type { AccessRequestInput } from "@/lib/moderation/originals/access-request.schema";
import { openEnvelope } from "@/lib/moderation/originals/envelope-encryption";
import { accessRequestFacts, findOriginal } from "@/lib/moderation/originals/original.queries";
import type { NoticeKind } from "@/lib/notifications/notice.rules";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import { isRepFor, type Person, representedUnionId } from "@/lib/people/person.policy";

/** Requests access to a sealed original. @throws NotFound, RuleViolation (it is erased, or a request is open) */
export async function requestOriginalAccess(
  person: Person,
  originalId: string,
  { reason }: AccessRequestInput,
): Promise<void> {
  const ownIds = await listOwnParticipantIds(person);
  await withLockedOriginal(person, ownIds, originalId, async (tx, original, accountId) => {
    const refusal = whyCannotRequestAccess(person, original.facts);
    if (refusal) throw new RuleViolation(refusal);
    const now = new Date();
    if (original.accessRequests.some((request) => isRequestOpen(accessRequestState(request, now))))
      throw new RuleViolation("Somebody has already asked to see it.");
    const requesterUnionId = representedUnionId(person, original.facts.areaId);
    await tx.originalAccessRequest.create({
      data: { originalId, requestedById: accountId, requesterUnionId, reason },
    });
    await recordAuditEvent(tx, { action: "originals.requestAccess", accountId, subject: `original:${originalId}` });
  });
}

/** Approves or refuses a request, as the second person. @throws NotFound, RuleViolation, Conflict (decided already) */
export async function decideAccessRequest(person: Person, originalId: string, requestId: string, isApproved: boolean) {
  const ownIds = await listOwnParticipantIds(person);
  await withLockedOriginal(person, ownIds, originalId, async (tx, original, accountId) => {
    const request = original.accessRequests.find(({ id }) => id === requestId);
    if (!request) throw new NotFound();
    const facts = accessRequestFacts(request, new Date());
    if (facts.state !== "pending") throw new Conflict("Somebody has already answered. Check it again.");
    const refusal = whyCannotDecideRequest(person, original.facts, facts);
    if (refusal) throw new RuleViolation(refusal);
    const decisionData = { decidedById: accountId, decidedAt: new Date(), isApproved };
    await tx.originalAccessRequest.update({ where: { id: requestId }, data: decisionData });
    const event = isApproved ? "originals.approveAccess" : "originals.refuseAccess";
    await recordAuditEvent(tx, { action: event, accountId, subject: `original:${originalId}` });
  });
}

/**
 * Opens an original for the requester. The first time, an audit event is recorded, and the author is notified of the
 * opening and its reason.
 * @returns the original text
 * @throws NotFound, RuleViolation (the approval has expired, or the original is erased)
 */
export async function viewOriginal(person: Person, originalId: string, requestId: string): Promise<string> {
  const ownIds = await listOwnParticipantIds(person);
  return withLockedOriginal(person, ownIds, originalId, async (tx, original, accountId) => {
    const request = original.accessRequests.find(({ id }) => id === requestId);
    if (!request || request.requestedById !== accountId) throw new NotFound();
    const { sealedKey, sealedText, facts, comment } = original;
    if (!isRepFor(person, facts.areaId)) throw new NotFound();
    if (!sealedKey)
      throw new RuleViolation(
        "Nobody can unlock this any more. The key has been deleted because the author erased it or a year has passed.",
      );
    const now = new Date();
    if (!canViewOriginal(person, accessRequestFacts(request, now)))
      throw new RuleViolation("The time to see it has ended. Ask again.");
    if (!request.viewedAt) {
      await tx.originalAccessRequest.update({ where: { id: requestId }, data: { viewedAt: now } });
      await recordAuditEvent(tx, { action: "originals.view", accountId, subject: `original:${originalId}` });
      const notice = {
        participantId: comment.participantId,
        commentId: comment.id,
        facts: { accessRequest: requestId },
      };
      await tx.notice.create({ data: { ...notice, kind: "original-opened" satisfies NoticeKind } });
    }
    return openEnvelope({ id: originalId, sealedKey, sealedText });
  });
}

type OriginalForAction = NonNullable<Awaited<ReturnType<typeof findOriginal>>>;

/** Runs something in a transaction that locks the original. @throws NotFound */
async function withLockedOriginal<T>(
  person: Person,
  ownIds: string[],
  id: string,
  run: (tx: Tx, original: OriginalForAction, accountId: string) => Promise<T>,
): Promise<T> {
  const { accountId } = person;
  if (!accountId) throw new NotFound();
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM sealed_originals WHERE id = ${id} FOR UPDATE`;
    const original = await findOriginal(id, ownIds, tx);
    if (!original || !canSeeOriginals(person, original.facts.areaId)) throw new NotFound();
    return run(tx, original, accountId);
  });
}
