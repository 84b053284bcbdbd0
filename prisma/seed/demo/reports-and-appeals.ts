import type { Tx } from "@/lib/database/client";
import { dueAt } from "@/lib/moderation/queue/case.rules";
import type { CaseKind } from "@/prisma/generated/enums";
import { demoId } from "@/prisma/seed/demo/content";

const strategyId = "west-midlands";
const reported = { key: "wm-003-b", by: ["p-wm-05", "p-wm-11"] };
const appealed = { key: "wm-085", words: "I said it again because nobody answered me the first time." };

/** A comment that two people reported, and an author who appeals: both wait for a rep. */
export async function seedReported(tx: Tx, now: Date): Promise<void> {
  const caseId = await openCase(tx, "flag", reported.key, now);
  await tx.flag.createMany({
    data: reported.by.map((by, at) => ({
      id: demoId("flag", by),
      caseId,
      participantId: demoId("participant", by),
      reason: "insults",
      words: at === 0 ? "It talks down to people who look after others." : null,
    })),
  });
  const appealId = await openCase(tx, "appeal", appealed.key, now);
  const { id: decisionId, deciderId } = await tx.decision.findUniqueOrThrow({
    where: { id: demoId("decision", `${appealed.key}:reject`) },
    select: { id: true, deciderId: true },
  });
  await tx.appeal.create({ data: { caseId: appealId, decisionId, deciderId, words: appealed.words } });
}

async function openCase(tx: Tx, kind: CaseKind, key: string, now: Date): Promise<string> {
  const { leadBodyId } = await tx.strategy.findUniqueOrThrow({
    where: { id: strategyId },
    select: { leadBodyId: true },
  });
  const id = demoId("case", `${key}:${kind}`);
  const commentId = demoId("comment", key);
  const place = { strategyId, areaId: leadBodyId, commentId, revision: 1 };
  await tx.case.create({ data: { id, kind, ...place, openedAt: now, dueAt: dueAt(kind, now) } });
  return id;
}
