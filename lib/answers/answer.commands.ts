import {
  canAnswer,
  canReviseAnswer,
  canSeeAnswerDraft,
  whyCannotPublishAnswer,
  whyCannotReviewAnswer,
} from "@/lib/answers/answer.policy";
import type { AnswerInput, SourceInput } from "@/lib/answers/answer.schema";
import { answerConflict, insertAnswerRevision, stampAnswerRevision, updateAnswer } from "@/lib/answers/answer.writes";
import { publishAnswerRevision } from "@/lib/answers/publication.writes";
import { isAnswerableSource } from "@/lib/answers/source.queries";
import { db, isUniqueViolation, type Tx } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";

/**
 * Starts the answer to a source, as a draft.
 * @returns its id
 * @throws NotFound (no such source, or not this person's to answer), Conflict (a colleague started it)
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
      await insertAnswerRevision(tx, { id, strategyId }, 1, accountId, input);
      return id;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const first = await db().answer.findUniqueOrThrow({
      where: { strategyId_sourceKind_sourceId: { strategyId, sourceKind, sourceId } },
      select: { id: true },
    });
    throw await answerConflict(db(), first.id);
  }
}

/**
 * Saves a new revision of an answer as a draft. The published one stays public until the new one is published.
 * @throws NotFound, Conflict, RuleViolation (the strategy is archived)
 */
export async function reviseAnswer(person: Person, id: string, version: number, input: AnswerInput): Promise<void> {
  await db().$transaction(async (tx) => {
    const { accountId, answer } = await requireAnswer(tx, person, id);
    if (!canReviseAnswer(person, answer)) throw new RuleViolation("This strategy is read-only.");
    await updateAnswer(tx, id, version, { state: "draft", revision: { increment: 1 } });
    await insertAnswerRevision(tx, answer, answer.revision + 1, accountId, input);
  });
}

/**
 * A second officer approves the newest revision, and may publish it at once.
 * @throws NotFound, Conflict (it changed after they read it), RuleViolation (they wrote it, or it is not a draft)
 */
export async function reviewAnswer(person: Person, id: string, version: number, shouldPublish: boolean): Promise<void> {
  await db().$transaction(async (tx) => {
    const { accountId, answer } = await requireAnswer(tx, person, id);
    if (answer.version !== version) throw await answerConflict(tx, id);
    const refusal = whyCannotReviewAnswer(person, answer);
    if (refusal) throw new RuleViolation(refusal);
    await updateAnswer(tx, id, version, { state: "reviewed" });
    await stampAnswerRevision(tx, answer, { reviewedById: accountId, reviewedAt: new Date() });
    if (shouldPublish) await publishAnswerRevision(tx, answer, version + 1, accountId);
  });
}

/** Publishes a reviewed revision and notifies the authors of what it answers. @throws NotFound, Conflict, RuleViolation */
export async function publishAnswer(person: Person, id: string, version: number): Promise<void> {
  await db().$transaction(async (tx) => {
    const { accountId, answer } = await requireAnswer(tx, person, id);
    if (answer.version !== version) throw await answerConflict(tx, id);
    const refusal = whyCannotPublishAnswer(person, answer);
    if (refusal) throw new RuleViolation(refusal);
    await publishAnswerRevision(tx, answer, version, accountId);
  });
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
