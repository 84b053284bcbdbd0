import { canAnswer, canRevise, canSeeDraft, whyNotPublish, whyNotReview } from "@/lib/answers/answer.policy";
import { firstWas } from "@/lib/answers/answer.rules";
import type { AnswerInput, PointInput } from "@/lib/answers/answer.schema";
import { markAnswers, tellAuthors } from "@/lib/answers/publication.writes";
import { isPoint } from "@/lib/answers/source.queries";
import { db, isTaken, type Tx } from "@/lib/database/client";
import { weekOf } from "@/lib/dates";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";

/**
 * Begins the answer to a point, as a draft.
 * @returns its id
 * @throws NotFound (no such point for this person), Conflict (a colleague began it)
 */
export async function writeAnswer(person: Person, point: PointInput, words: AnswerInput): Promise<string> {
  const { strategy: strategyId, kind: pointKind, point: pointId } = point;
  const strategy = await db().strategy.findUnique({
    where: { id: strategyId },
    select: { leadBodyId: true, phase: true },
  });
  if (!person.accountId || !strategy || !canAnswer(person, strategy)) throw new NotFound();
  if (!(await isPoint({ strategyId, pointKind, pointId }))) throw new NotFound();
  const { accountId } = person;
  try {
    return await db().$transaction(async (tx) => {
      const { id } = await tx.answer.create({
        data: { strategyId, bodyId: strategy.leadBodyId, pointKind, pointId },
        select: { id: true },
      });
      await addRevision(tx, { id, strategyId }, 1, accountId, words);
      return id;
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    const first = await db().answer.findUniqueOrThrow({
      where: { strategyId_pointKind_pointId: { strategyId, pointKind, pointId } },
      select: { id: true },
    });
    throw await whoWasFirst(db(), first.id);
  }
}

/** Puts new words to an answer, as a draft; readers see the old ones meanwhile. @throws NotFound, Conflict, Refused */
export async function reviseAnswer(person: Person, id: string, version: number, words: AnswerInput): Promise<void> {
  await db().$transaction(async (tx) => {
    const { accountId, answer } = await findAnswer(tx, person, id);
    if (!canRevise(person, answer)) throw new Refused("This strategy is kept for reading only.");
    await move(tx, id, version, { state: "draft", revision: { increment: 1 } });
    await addRevision(tx, answer, answer.revision + 1, accountId, words);
  });
}

/**
 * A second officer agrees with the newest words, and may publish them in the same breath.
 * @throws NotFound, Conflict (it changed since they read it), Refused (they wrote it, or it is no draft)
 */
export async function reviewAnswer(person: Person, id: string, version: number, isToPublish: boolean): Promise<void> {
  await db().$transaction(async (tx) => {
    const { accountId, answer } = await findAnswer(tx, person, id);
    if (answer.version !== version) throw await whoWasFirst(tx, id);
    const refusal = whyNotReview(person, answer);
    if (refusal) throw new Refused(refusal);
    await move(tx, id, version, { state: "reviewed" });
    await stamp(tx, answer, { reviewedById: accountId, reviewedAt: new Date() });
    if (isToPublish) await publish(tx, answer, version + 1, accountId);
  });
}

/** Publishes words that a second officer has read, at once, and tells those who wrote. @throws NotFound, Conflict, Refused */
export async function publishAnswer(person: Person, id: string, version: number): Promise<void> {
  await db().$transaction(async (tx) => {
    const { accountId, answer } = await findAnswer(tx, person, id);
    if (answer.version !== version) throw await whoWasFirst(tx, id);
    const refusal = whyNotPublish(person, answer);
    if (refusal) throw new Refused(refusal);
    await publish(tx, answer, version, accountId);
  });
}

async function publish(tx: Tx, answer: Found["answer"], version: number, accountId: string): Promise<void> {
  const now = new Date();
  await move(tx, answer.id, version, { state: "published", shown: answer.revision, week: weekOf(now) });
  await stamp(tx, answer, { publishedById: accountId, publishedAt: now });
  await tellAuthors(tx, answer);
  await markAnswers(tx, answer.strategyId, answer.bodyId);
}

type Found = { accountId: string; answer: Awaited<ReturnType<typeof readAnswer>> & object };

async function findAnswer(tx: Tx, person: Person, id: string): Promise<Found> {
  const answer = await readAnswer(tx, id);
  if (!person.accountId || !answer || !canSeeDraft(person, answer)) throw new NotFound();
  return { accountId: person.accountId, answer };
}

async function readAnswer(tx: Tx, id: string) {
  const row = await tx.answer.findUnique({
    where: { id },
    select: {
      id: true,
      strategyId: true,
      bodyId: true,
      pointKind: true,
      pointId: true,
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

type Moved = { state: "draft" | "reviewed" | "published"; revision?: object; shown?: number; week?: Date };

/** Changes an answer that is still as it was read. @throws Conflict that says who was first */
async function move(tx: Tx, id: string, version: number, to: Moved): Promise<void> {
  const { count } = await tx.answer.updateMany({
    where: { id, version },
    data: { ...to, version: { increment: 1 } },
  });
  if (count === 0) throw await whoWasFirst(tx, id);
}

type Stamp = { reviewedById: string; reviewedAt: Date } | { publishedById: string; publishedAt: Date };

async function stamp(tx: Tx, { id, revision }: { id: string; revision: number }, data: Stamp): Promise<void> {
  await tx.answerRevision.update({ where: { answerId_number: { answerId: id, number: revision } }, data });
}

async function addRevision(
  tx: Tx,
  { id, strategyId }: { id: string; strategyId: string },
  number: number,
  writtenById: string,
  { paragraph, ...words }: AnswerInput,
): Promise<void> {
  const place = paragraph ? await newestPlace(tx, strategyId, paragraph) : {};
  await tx.answerRevision.create({ data: { answerId: id, number, writtenById, ...words, ...place } });
}

/** The paragraph in the newest published version. @throws Refused when it is not there */
async function newestPlace(tx: Tx, strategyId: string, paragraphId: string) {
  const version = await tx.version.findFirst({
    where: { strategyId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { id: true, paragraphs: { where: { paragraphId }, select: { paragraphId: true } } },
  });
  if (!version || version.paragraphs.length === 0)
    throw new Refused("Choose a paragraph of the newest version.", "paragraph");
  return { paragraphId, versionId: version.id };
}

async function whoWasFirst(tx: Tx, id: string): Promise<Conflict> {
  const last = await tx.answerRevision.findFirst({ where: { answerId: id }, orderBy: { number: "desc" } });
  const whoId = last?.publishedById ?? last?.reviewedById ?? last?.writtenById ?? "";
  const account = await tx.account.findUnique({ where: { id: whoId }, select: { label: true } });
  const did = last?.publishedAt ? "published it" : last?.reviewedAt ? "reviewed it" : "changed its words";
  return new Conflict(firstWas(account?.label ?? "Another officer", did));
}
