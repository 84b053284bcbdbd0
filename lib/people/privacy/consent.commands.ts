import { db } from "@/lib/database/client";
import { NotFound } from "@/lib/errors";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";
import { currentConsentVersion } from "@/lib/people/privacy/consent.rules";
import { deleteReactions, eraseComments, erasureTimeout } from "@/lib/people/privacy/erasure.writes";

/**
 * Withdraws a person's consent for one strategy. Without it we may store nothing that they wrote there: comments and
 * reactions are erased at once. The participant stays, so that the person can see the result and consent again.
 * @throws NotFound (they have no consent there), Conflict (see erasePerson)
 */
export async function withdrawConsent(person: Person, strategyId: string): Promise<void> {
  const where = { id: { in: await listOwnParticipantIds(person) }, strategyId, consentEndedAt: null };
  const participant = await db().participant.findFirst({
    where: { ...where, NOT: { consentedTo: null } },
    select: { id: true },
  });
  if (!participant) throw new NotFound();
  await db().$transaction(async (tx) => {
    await eraseComments(tx, [participant.id]);
    await deleteReactions(tx, [participant.id]);
    await tx.participant.update({ where: { id: participant.id }, data: { consentEndedAt: new Date() } });
  }, erasureTimeout);
}

/** Consents again, to the current text. @throws NotFound (no consent was withdrawn there) */
export async function renewConsent(person: Person, strategyId: string): Promise<void> {
  const { count } = await db().participant.updateMany({
    where: { id: { in: await listOwnParticipantIds(person) }, strategyId, NOT: { consentEndedAt: null } },
    data: { consentedTo: currentConsentVersion, consentedAt: new Date(), consentEndedAt: null },
  });
  if (count === 0) throw new NotFound();
}
