import type { AnswerInput } from "@/lib/answers/answer.schema";
import type { Tx } from "@/lib/database/client";
import { Conflict, RuleViolation } from "@/lib/errors";

// A trigger refuses changes to an answer's text: prisma/migrations/20261130000100_append_only_triggers.

type AnswerChange = {
  state: "draft" | "reviewed" | "published";
  revision?: { increment: 1 };
  publishedRevision?: number;
  week?: Date;
};

/** Changes an answer if it is still at this version, which goes up by one. @throws Conflict that names who was first */
export async function updateAnswer(tx: Tx, id: string, version: number, change: AnswerChange): Promise<void> {
  const { count } = await tx.answer.updateMany({
    where: { id, version },
    data: { ...change, version: { increment: 1 } },
  });
  if (count === 0) throw await answerConflict(tx, id);
}

/** Adds a revision to an answer. @throws RuleViolation when its paragraph is not in the newest published version */
export async function insertAnswerRevision(
  tx: Tx,
  answer: { id: string; strategyId: string },
  number: number,
  writtenById: string,
  { paragraph, ...input }: AnswerInput,
): Promise<void> {
  const paragraphRef = paragraph ? await findNewestParagraph(tx, answer.strategyId, paragraph) : {};
  await tx.answerRevision.create({ data: { answerId: answer.id, number, writtenById, ...input, ...paragraphRef } });
}

async function findNewestParagraph(tx: Tx, strategyId: string, paragraphId: string) {
  const version = await tx.version.findFirst({
    where: { strategyId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { id: true, paragraphs: { where: { paragraphId }, select: { paragraphId: true } } },
  });
  if (!version || version.paragraphs.length === 0)
    throw new RuleViolation("Choose a paragraph of the latest version.", "paragraph");
  return { paragraphId, versionId: version.id };
}

type RevisionStamp = { reviewedById: string; reviewedAt: Date } | { publishedById: string; publishedAt: Date };

/** Records on an answer's newest revision who reviewed or published it. */
export async function stampAnswerRevision(
  tx: Tx,
  { id, revision }: { id: string; revision: number },
  stamp: RevisionStamp,
): Promise<void> {
  await tx.answerRevision.update({ where: { answerId_number: { answerId: id, number: revision } }, data: stamp });
}

/** The error for an officer who comes second: it names who was first, and what they did. */
export async function answerConflict(tx: Tx, id: string): Promise<Conflict> {
  const last = await tx.answerRevision.findFirst({ where: { answerId: id }, orderBy: { number: "desc" } });
  const lastEditorId = last?.publishedById ?? last?.reviewedById ?? last?.writtenById ?? "";
  const account = await tx.account.findUnique({ where: { id: lastEditorId }, select: { label: true } });
  const change = last?.publishedAt ? "published it" : last?.reviewedAt ? "reviewed it" : "changed its text";
  return new Conflict(
    `${account?.label ?? "Another officer"} got there first and ${change}. Your changes were not saved.`,
  );
}
