import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tx } from "@/lib/database/client";
import { startOfWeek } from "@/lib/dates";
import type { AnswerDecision, AnswerState } from "@/prisma/generated/enums";
import { demoId } from "@/prisma/seed/demo/content";

type DemoAnswer = {
  strategyId: string;
  themeId: string;
  by: string;
  second: string | null;
  state: AnswerState;
  weeksAgo: number;
  decision: AnswerDecision;
  why: string;
  changed: string | null;
};

export const readAnswers = (): DemoAnswer[] =>
  JSON.parse(readFileSync(join("prisma", "seed", "demo", "answers.json"), "utf8")) as DemoAnswer[];

/** Some published answers, and one that waiting for a second officer. */
export async function seedAnswers(tx: Tx, now: Date): Promise<void> {
  for (const answer of readAnswers()) await insertAnswer(tx, now, answer);
}

export async function insertAnswer(tx: Tx, now: Date, answer: DemoAnswer): Promise<void> {
  const { strategyId, themeId, state, decision, why, changed } = answer;
  const { leadBodyId: bodyId } = await tx.strategy.findUniqueOrThrow({
    where: { id: strategyId },
    select: { leadBodyId: true },
  });
  const id = demoId("answer", `${strategyId}:${themeId}`);
  const at = new Date(now.getTime() - answer.weeksAgo * 7 * 86_400_000);
  const isPublished = state === "published";
  const publication = isPublished ? { publishedRevision: 1, week: startOfWeek(at), version: 3 } : {};
  const source = { sourceKind: "theme" as const, sourceId: themeId };
  await tx.answer.create({ data: { id, strategyId, bodyId, ...source, state, ...publication } });
  const secondId = answer.second && demoId("account", answer.second);
  const reviewFields =
    isPublished && secondId ? { reviewedById: secondId, reviewedAt: at, publishedById: secondId, publishedAt: at } : {};
  const writtenById = demoId("account", answer.by);
  await tx.answerRevision.create({
    data: { answerId: id, number: 1, decision, why, changed, writtenById, writtenAt: at, ...reviewFields },
  });
}
