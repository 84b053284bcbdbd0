import { z } from "zod";
import { db, type Tx } from "@/lib/db";
import type { Checked } from "@/lib/moderation/checks/check";
import type { Setting } from "@/lib/moderation/checks/rules";

const tuning = z.record(z.string(), z.number());

/** How a strategy's checks are set; those that are not set run as their files say. */
export async function listSettings(strategyId: string, tx: Tx = db()): Promise<Setting[]> {
  const rows = await tx.checkSetting.findMany({ where: { strategyId } });
  return rows.map((row) => ({ check: row.check, isOn: row.isOn, tuning: tuning.parse(row.tuning) }));
}

/** What the checks look at beside the text. */
export async function findAround(
  tx: Tx,
  comment: { commentId: string; strategyId: string; participantId: string; sameText: Uint8Array<ArrayBuffer> },
  now: Date,
): Promise<Omit<Checked, "text">> {
  const { commentId, strategyId, participantId, sameText } = comment;
  const hourAgo = new Date(now.getTime() - 3_600_000);
  const publishedBefore = await tx.comment.count({ where: { participantId, state: "published" }, take: 10 });
  const sentLately = await tx.comment.count({ where: { participantId, createdAt: { gt: hourAgo } }, take: 100 });
  const sameWords = await tx.case.count({ where: { strategyId, sameText, commentId: { not: commentId } }, take: 100 });
  return { publishedBefore, sentLately, sameWords };
}
