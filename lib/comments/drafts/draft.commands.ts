import { draftOwnerIndex, draftRowKey, listDraftOwnerIndexes } from "@/lib/comments/drafts/draft.queries";
import { type DraftPlace, formatDraftPlace } from "@/lib/comments/drafts/draft.rules";
import type { DraftValues } from "@/lib/comments/drafts/draft.schema";
import { whyCannotRevise } from "@/lib/comments/revision.policy";
import { getOwnRevision } from "@/lib/comments/revision.queries";
import { findParagraph, getOpenSection, getOpenThread } from "@/lib/comments/submission.queries";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, RateLimited, RuleViolation } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { draftRetentionDays } from "@/lib/people/privacy/retention.rules";
import { newId } from "@/lib/security/encryption";
import { isWithinLimit } from "@/lib/security/rate-limit";
import { sealFor } from "@/lib/security/sealed-columns";
import { getRemovedSection } from "@/lib/strategies/versions/version.queries";

/**
 * Saves a draft in place of the version that the same window saved before.
 * @param version that this window last saved; 0 when it has saved none
 * @returns the new version
 * @throws NotFound (no such place), RuleViolation (signed out), Conflict (sent, thrown away or changed in another window)
 */
export async function saveDraft(
  person: Person,
  strategyId: string,
  place: DraftPlace,
  values: DraftValues,
  version: number,
): Promise<number> {
  const ownerIndex = draftOwnerIndex(person, strategyId);
  if (!ownerIndex)
    throw new RuleViolation("You are signed out, so we cannot save a draft. Copy your text, then sign in.");
  if (!(await isWithinLimit("draft", Buffer.from(ownerIndex).toString("hex"))))
    throw new RateLimited("You have saved too many times. Wait 15 minutes before you save again.");
  if (!(await isWritablePlace(person, strategyId, place))) throw new NotFound();
  const where = { ownerIndex, place: formatDraftPlace(place) };
  const sealed = sealFor("drafts.sealed", draftRowKey(where), JSON.stringify(values));
  const savedAt = new Date();
  if (version === 0) {
    const draft = { ...where, id: newId(), strategyId, sealed, savedAt };
    const { count } = await db().draft.createMany({ data: [draft], skipDuplicates: true });
    if (count === 1) return 1;
  } else {
    const data = { sealed, savedAt, version: { increment: 1 } };
    const { count } = await db().draft.updateMany({ where: { ...where, version }, data });
    if (count === 1) return version + 1;
  }
  throw new Conflict(
    "This draft was sent, changed or deleted in another window. Copy your text, then open this page again.",
  );
}

/** Whether the person may write there: drafts are stored for real places only. */
async function isWritablePlace(person: Person, strategyId: string, place: DraftPlace): Promise<boolean> {
  if ("thread" in place) return (await getOpenThread(strategyId, place.thread)) !== null;
  if ("comment" in place) {
    const comment = await getOwnRevision(person, place.comment);
    return comment?.strategyId === strategyId && whyCannotRevise(comment, new Date()) === null;
  }
  if ((await getOpenSection(strategyId, place.number, null)) === null)
    return (await getRemovedSection(strategyId, place.number)) !== null;
  // a paragraph that a new version moved or removed while somebody writes about it still takes their draft
  return place.paragraph === null || (await findParagraph(strategyId, place.paragraph)) !== null;
}

/** Deletes a draft. A second call has no effect. */
export async function discardDraft(person: Person, id: string): Promise<void> {
  await db().draft.deleteMany({ where: { id, ownerIndex: { in: await listDraftOwnerIndexes(person) } } });
}

/** Deletes drafts that nobody went on with. @returns how many */
export async function deleteExpiredDrafts(now = new Date()): Promise<number> {
  const savedAt = { lt: new Date(now.getTime() - draftRetentionDays * 24 * 60 * 60_000) };
  const { count } = await db().draft.deleteMany({ where: { savedAt } });
  return count;
}
