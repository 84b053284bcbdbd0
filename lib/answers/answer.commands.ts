import {
  canAnswer,
  canReviseAnswer,
  canSeeAnswerDraft,
  whyCannotPublishAnswer,
  whyCannotReviewAnswer,
} from "@/lib/answers/answer.policy";
import { answerConflictMessage } from "@/lib/answers/answer.rules";
import type { AnswerInput, SourceInput } from "@/lib/answers/answer.schema";
import { invalidateAnswerPages, notifyAuthors } from "@/lib/answers/publication.writes";
import { isAnswerableSource } from "@/lib/answers/source.queries";
import { db, isUniqueViolation, type Tx } from "@/lib/database/client";
import { startOfWeek } from "@/lib/dates";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";

// A trigger refuses changes of an answer's text: prisma/migrations/20261130000100_append_only_triggers.

/**
 * Begins the answer to a point, as a draft.
 * @returns its id
 * @throws NotFound (no such point for this person), Conflict (a colleague began it)
 */
export async function createAnswer(person: Person, source: SourceInput, input: AnswerInput): Promise<string> {
  const { strategy: strategyId, kind: sourceKind, point: sourceId } = source;
  const strategy = await db().strategy.findUnique({
    where: { id: strategyId },
    select: { leadBodyId: true, phase: true },
  });
  if (!person.accountId || !strategy || !canAnswer(person, strategy)) throw new NotFound();
  if (!(await isAnswerableSource({ strategyId, sourceKind, sourceId }))) throw new NotFound();
  const { accountId } = person;
  try {
    return await db().$transaction(async (tx) => {
      const { id } = await tx.answer.create({
        data: { strategyId, bodyId: strategy.leadBodyId, sourceKind, sourceId },
        select: { id: true },
      });
      await addRevision(tx, { id, strategyId }, 1, accountId, input);
      return id;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const first = await db().answer.findUniqueOrThrow({
      where: { strategyId_sourceKind_sourceId: { strategyId, sourceKind, sourceId } },
      select: { id: true },
    });
    throw await conflictOf(db(), first.id);
  }
}

/** Puts new words to an answer, as a draft; readers see the old ones meanwhile. @throws NotFound, Conflict, Refused */
export async function reviseAnswer(person: Person, id: string, version: number, input: AnswerInput): Promise<void> {
  await db().$transaction(async (tx) => {
    const { accountId, answer } = await requireAnswer(tx, person, id);
    if (!canReviseAnswer(person, answer)) throw new RuleViolation("This strategy is kept for reading only.");
    await updateAnswer(tx, id, version, { state: "draft", revision: { increment: 1 } });
    await addRevision(tx, answer, answer.revision + 1, accountId, input);
  });
}

/**
 * A second officer agrees with the newest words, and may publish them in the same breath.
 * @throws NotFound, Conflict (it changed since they read it), Refused (they wrote it, or it is no draft)
 */
export async function reviewAnswer(person: Person, id: string, version: number, shouldPublish: boolean): Promise<void> {
  await db().$transaction(async (tx) => {
    const { accountId, answer } = await requireAnswer(tx, person, id);
    if (answer.version !== version) throw await conflictOf(tx, id);
    const refusal = whyCannotReviewAnswer(person, answer);
    if (refusal) throw new RuleViolation(refusal);
    await updateAnswer(tx, id, version, { state: "reviewed" });
    await stampRevision(tx, answer, { reviewedById: accountId, reviewedAt: new Date() });
    if (shouldPublish) await publishRevision(tx, answer, version + 1, accountId);
  });
}

/** Publishes words that a second officer has read, at once, and tells those who wrote. @throws NotFound, Conflict, Refused */
export async function publishAnswer(person: Person, id: string, version: number): Promise<void> {
  await db().$transaction(async (tx) => {
    const { accountId, answer } = await requireAnswer(tx, person, id);
    if (answer.version !== version) throw await conflictOf(tx, id);
    const refusal = whyCannotPublishAnswer(person, answer);
    if (refusal) throw new RuleViolation(refusal);
    await publishRevision(tx, answer, version, accountId);
  });
}

async function publishRevision(
  tx: Tx,
  answer: EditableAnswer["answer"],
  version: number,
  accountId: string,
): Promise<void> {
  const now = new Date();
  await updateAnswer(tx, answer.id, version, {
    state: "published",
    publishedRevision: answer.revision,
    week: startOfWeek(now),
  });
  await stampRevision(tx, answer, { publishedById: accountId, publishedAt: now });
  await notifyAuthors(tx, answer);
  await invalidateAnswerPages(tx, answer.strategyId, answer.bodyId);
}

type EditableAnswer = { accountId: string; answer: Awaited<ReturnType<typeof readAnswer>> & object };

async function requireAnswer(tx: Tx, person: Person, id: string): Promise<EditableAnswer> {
  const answer = await readAnswer(tx, id);
  if (!person.accountId || !answer || !canSeeAnswerDraft(person, answer)) throw new NotFound();
  return { accountId: person.accountId, answer };
}

async function readAnswer(tx: Tx, id: string) {
  const row = await tx.answer.findUnique({
    where: { id },
    select: {
      id: true,
      strategyId: true,
      bodyId: true,
      sourceKind: true,
      sourceId: true,
      state: true,
      version: true,
      revision: true,
      strategy: { select: { phase: true } },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { writtenById: true } },
    },
  });
  if (!row) return null;
  const { strategy, revisions, ...rest } = row;
  return { ...rest, phase: strategy.phase, writtenById: revisions[0]?.writtenById ?? "" };
}

type AnswerChange = {
  state: "draft" | "reviewed" | "published";
  revision?: object;
  publishedRevision?: number;
  week?: Date;
};

/** Changes an answer that is still as it was read. @throws Conflict that says who was first */
async function updateAnswer(tx: Tx, id: string, version: number, to: AnswerChange): Promise<void> {
  const { count } = await tx.answer.updateMany({
    where: { id, version },
    data: { ...to, version: { increment: 1 } },
  });
  if (count === 0) throw await conflictOf(tx, id);
}

type RevisionStamp = { reviewedById: string; reviewedAt: Date } | { publishedById: string; publishedAt: Date };

async function stampRevision(
  tx: Tx,
  { id, revision }: { id: string; revision: number },
  data: RevisionStamp,
): Promise<void> {
  await tx.answerRevision.update({ where: { answerId_number: { answerId: id, number: revision } }, data });
}

async function addRevision(
  tx: Tx,
  { id, strategyId }: { id: string; strategyId: string },
  number: number,
  writtenById: string,
  { paragraph, ...input }: AnswerInput,
): Promise<void> {
  const paragraphRef = paragraph ? await findNewestParagraph(tx, strategyId, paragraph) : {};
  await tx.answerRevision.create({ data: { answerId: id, number, writtenById, ...input, ...paragraphRef } });
}

/** The paragraph in the newest published version. @throws Refused when it is not there */
async function findNewestParagraph(tx: Tx, strategyId: string, paragraphId: string) {
  const version = await tx.version.findFirst({
    where: { strategyId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { id: true, paragraphs: { where: { paragraphId }, select: { paragraphId: true } } },
  });
  if (!version || version.paragraphs.length === 0)
    throw new RuleViolation("Choose a paragraph of the newest version.", "paragraph");
  return { paragraphId, versionId: version.id };
}

async function conflictOf(tx: Tx, id: string): Promise<Conflict> {
  const last = await tx.answerRevision.findFirst({ where: { answerId: id }, orderBy: { number: "desc" } });
  const lastEditorId = last?.publishedById ?? last?.reviewedById ?? last?.writtenById ?? "";
  const account = await tx.account.findUnique({ where: { id: lastEditorId }, select: { label: true } });
  const change = last?.publishedAt ? "published it" : last?.reviewedAt ? "reviewed it" : "changed its words";
  return new Conflict(answerConflictMessage(account?.label ?? "Another officer", change));
}
