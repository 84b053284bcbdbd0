import { db } from "@/lib/database/client";
import { retentionPeriods } from "@/lib/people/privacy/retention.rules";

export type DeletionCounts = { revisions: number; originals: number; notes: number; complaints: number };

/**
 * Deletes data at the end of its retention period. The text of an open appeal stays until it is decided. The record of
 * decisions still verifies, since it holds only hashes.
 */
export async function deleteExpiredData(now = new Date()): Promise<DeletionCounts> {
  const before = new Date(now.getTime() - retentionPeriods.unpublished);
  const revisions = await db().$executeRaw`
    UPDATE revisions r SET text = '' FROM comments c
    WHERE c.id = r."commentId" AND r.text <> '' AND c.state IN ('rejected', 'removed', 'returned')
      AND EXISTS (SELECT FROM decisions d WHERE d."commentId" = c.id)
      AND NOT EXISTS (SELECT FROM decisions d WHERE d."commentId" = c.id AND d."decidedAt" >= ${before})
      AND NOT EXISTS (SELECT FROM cases o WHERE o."commentId" = c.id AND o.state = 'open')`;
  const originals = await db().sealedOriginal.updateMany({
    where: { sealedAt: { lt: before }, NOT: { sealedKey: null } },
    data: { sealedKey: null, sealedText: new Uint8Array() },
  });
  const notes = await db().decisionNote.deleteMany({ where: { decision: { decidedAt: { lt: before } } } });
  await db().appeal.updateMany({
    where: { decision: { decidedAt: { lt: before } }, case: { NOT: { state: "open" } }, NOT: { grounds: "" } },
    data: { grounds: "" },
  });
  const complaints = await db().complaint.deleteMany({
    where: { answeredAt: { lt: new Date(now.getTime() - retentionPeriods.complaint) } },
  });
  return { revisions, originals: originals.count, notes: notes.count, complaints: complaints.count };
}
