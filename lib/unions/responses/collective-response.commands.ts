import { recordEvent } from "@/lib/audit/record.writes";
import { whyClosed } from "@/lib/comments/comment.policy";
import { db, isMissingReference, isTaken, markStale, type Tx } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { labelsOf } from "@/lib/moderation/queue/case.queries";
import type { Person } from "@/lib/people/person.policy";
import { canDraft, whyNotPublish } from "@/lib/unions/responses/collective-response.policy";
import type {
  MandateInput,
  PartInput,
  PublishInput,
  StartInput,
} from "@/lib/unions/responses/collective-response.schema";
import { type Mandate, mandatePlace, mandateText } from "@/lib/unions/responses/mandate.rules";
import { type Draft, getDraft } from "@/lib/unions/responses/response-draft.queries";

/** What became of a text: saved, or kept aside because a colleague had saved first. */
export type Saved<Text> = { saved: true } | { saved: false; theirs: Text; by: string; version: number };

/**
 * Begins a union's response, or gives back the one that it has for this strategy and branch.
 * @throws NotFound (not of this union), Refused (no such strategy, or it is closed)
 */
export async function startResponse(person: Person, input: StartInput): Promise<{ id: string }> {
  const { strategy: strategyId, union: unionId, branch } = input;
  if (!person.accountId || !canDraft(person, { unionId })) throw new NotFound();
  const key = { strategyId_unionId_branch: { strategyId, unionId, branch } };
  const strategy = await db().strategy.findUnique({
    where: { id: strategyId },
    select: { phase: true, closesAt: true },
  });
  if (!strategy) throw new Refused("Choose a strategy from the list.", "strategy");
  const before = await db().collectiveResponse.findUnique({ where: key, select: { id: true } });
  if (before) return before;
  const closed = whyClosed(strategy, new Date());
  if (closed) throw new Refused(closed, "strategy");
  try {
    const data = { strategyId, unionId, branch, createdById: person.accountId };
    return await db().collectiveResponse.create({ data, select: { id: true } });
  } catch (error) {
    if (isMissingReference(error)) throw new NotFound();
    // two began it at once: both get the one
    if (isTaken(error)) return db().collectiveResponse.findUniqueOrThrow({ where: key, select: { id: true } });
    throw error;
  }
}

/**
 * Saves one part of a draft. Nothing is overwritten: when a colleague saved since `input.version`, theirs stays,
 * this text is kept aside, and both are there to compare.
 * @throws NotFound (no such draft or part, or not theirs)
 */
export async function savePart(
  person: Person,
  responseId: string,
  place: string,
  { text, version }: PartInput,
): Promise<Saved<string>> {
  return db().$transaction(async (tx) => {
    const { editedById } = await open(tx, person, responseId, place);
    const changed = { text, editedById, editedAt: new Date() };
    const { count } =
      version === 0
        ? await tx.responsePart.createMany({ data: [{ responseId, place, ...changed }], skipDuplicates: true })
        : await tx.responsePart.updateMany({
            where: { responseId, place, version },
            data: { ...changed, version: { increment: 1 } },
          });
    await keepEdit(tx, { responseId, place, text, byId: editedById, isAside: count === 0 });
    if (count > 0) return { saved: true };
    const key = { responseId_place: { responseId, place } };
    const theirs = await tx.responsePart.findUnique({ where: key });
    return { saved: false, theirs: theirs?.text ?? "", ...(await whoFirst(tx, theirs)) };
  });
}

/** Saves the mandate, as savePart saves a part. @throws NotFound */
export async function saveMandate(
  person: Person,
  responseId: string,
  { version, ...mandate }: MandateInput,
): Promise<Saved<Mandate | null>> {
  return db().$transaction(async (tx) => {
    const { editedById } = await open(tx, person, responseId);
    const changed = { ...mandate, editedById, editedAt: new Date() };
    const { count } =
      version === 0
        ? await tx.responseMandate.createMany({ data: [{ responseId, ...changed }], skipDuplicates: true })
        : await tx.responseMandate.updateMany({
            where: { responseId, version },
            data: { ...changed, version: { increment: 1 } },
          });
    const text = mandateText(mandate);
    await keepEdit(tx, { responseId, place: mandatePlace, text, byId: editedById, isAside: count === 0 });
    if (count > 0) return { saved: true };
    const theirs = await tx.responseMandate.findUnique({ where: { responseId } });
    return { saved: false, theirs, ...(await whoFirst(tx, theirs)) };
  });
}

/** @throws NotFound unless this person may write there */
async function open(tx: Tx, person: Person, id: string, place?: string): Promise<{ editedById: string }> {
  const draft = await getDraft(person, id, tx);
  if (!draft || !person.accountId) throw new NotFound();
  if (place !== undefined && !draft.parts.some((part) => part.place === place)) throw new NotFound();
  return { editedById: person.accountId };
}

type Edit = { responseId: string; place: string; text: string; byId: string; isAside: boolean };

async function keepEdit(tx: Tx, edit: Edit): Promise<void> {
  await tx.responseEdit.create({ data: edit });
  if (edit.isAside) return;
  await tx.collectiveResponse.update({ where: { id: edit.responseId }, data: { version: { increment: 1 } } });
}

async function whoFirst(tx: Tx, row: { editedById: string; version: number } | null) {
  const labels = await labelsOf(row ? [row.editedById] : [], tx);
  return { by: labels.get(row?.editedById ?? "") ?? "A colleague", version: row?.version ?? 0 };
}

/**
 * Publishes the draft as it was read, as a new revision; the old ones stay.
 * @throws NotFound (not theirs), Refused (the policy says why, or the strategy has closed), Conflict (it changed since)
 */
export async function publish(person: Person, id: string, input: PublishInput): Promise<{ revision: number }> {
  return db().$transaction(async (tx) => {
    const seen = await getDraft(person, id, tx);
    if (!seen) throw new NotFound();
    const closed = whyClosed(seen.strategy, new Date());
    if (closed) throw new Refused(closed);
    const { count } = await tx.collectiveResponse.updateMany({
      where: { id, version: input.version },
      data: { version: { increment: 1 }, revision: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("A colleague changed this after you opened it. Read it again, then publish.");
    // the row is ours until the end: what is read now is what is published
    const draft = await getDraft(person, id, tx);
    if (!draft?.mandate || !person.accountId) throw new Refused(whyNot(person, draft));
    const refusal = whyNotPublish(person, draft.readiness);
    if (refusal) throw new Refused(refusal);
    if (draft.readiness.isAmendment && !input.why) throw new Refused("Say what changed, and why.", "why");
    const { covers, asked, tookPart, method, from, to, minority } = draft.mandate;
    const mandate = { covers, asked, tookPart, method, from, to, minority };
    const number = draft.revision;
    const why = draft.readiness.isAmendment ? input.why : null;
    await tx.responseRevision.create({
      data: { responseId: id, number, ...mandate, why, publishedById: person.accountId },
    });
    const parts = draft.parts.filter(({ text }) => text.trim() !== "");
    await tx.responseRevisionPart.createMany({
      data: parts.map(({ place, text }) => ({ responseId: id, number, place, text })),
    });
    const { accountId } = person;
    await recordEvent(tx, { deed: "unions.publish", accountId, subject: `response:${id}`, details: { number } });
    const bodies = await listBodiesOf(tx, draft.strategyId); // a summary shows it too
    await markStale(tx, `strategy:${draft.strategyId}`, ...bodies.map((body) => `body:${body}`));
    return { revision: number };
  });
}

async function listBodiesOf(tx: Tx, strategyId: string): Promise<string[]> {
  const select = { leadBodyId: true, bodies: { select: { bodyId: true } } } as const;
  const { leadBodyId, bodies } = await tx.strategy.findUniqueOrThrow({ where: { id: strategyId }, select });
  return [leadBodyId, ...bodies.map(({ bodyId }) => bodyId)];
}

const whyNot = (person: Person, draft: Draft | null): string =>
  (draft && whyNotPublish(person, draft.readiness)) ?? "This cannot be published.";
