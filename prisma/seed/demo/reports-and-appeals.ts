import type { Tx } from "@/lib/database/client";
import { dueAt } from "@/lib/moderation/queue/case.rules";
import type { CaseKind } from "@/prisma/generated/enums";
import { demoId } from "@/prisma/seed/demo/content";

const strategyId = "west-midlands";
const reportedComment = { key: "wm-003-b", by: ["p-wm-05", "p-wm-11"] };
const appealedComment = { key: "wm-085", grounds: "I said it again because nobody answered me the first time." };

/** A comment with two reports, and an appeal by an author; both wait for a rep. */
export async function seedReportsAndAppeals(tx: Tx, now: Date): Promise<void> {
  const caseId = await openCase(tx, "report", reportedComment.key, now);
  await tx.report.createMany({
    data: reportedComment.by.map((by, at) => ({
      id: demoId("report", by),
      caseId,
      participantId: demoId("participant", by),
      reason: "insults",
      details: at === 0 ? "It talks down to people who look after others." : null,
    })),
  });
  const appealId = await openCase(tx, "appeal", appealedComment.key, now);
  const { id: decisionId, deciderId } = await tx.decision.findUniqueOrThrow({
    where: { id: demoId("decision", `${appealedComment.key}:reject`) },
    select: { id: true, deciderId: true },
  });
  await tx.appeal.create({ data: { caseId: appealId, decisionId, deciderId, grounds: appealedComment.grounds } });
}

async function openCase(tx: Tx, kind: CaseKind, key: string, now: Date): Promise<string> {
  const { leadBodyId } = await tx.strategy.findUniqueOrThrow({
    where: { id: strategyId },
    select: { leadBodyId: true },
  });
  const id = demoId("case", `${key}:${kind}`);
  const commentId = demoId("comment", key);
  const caseDetails = { strategyId, areaId: leadBodyId, commentId, revision: 1 };
  await tx.case.create({ data: { id, kind, ...caseDetails, openedAt: now, dueAt: dueAt(kind, now) } });
  return id;
}
