import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, isForeignKeyViolation, isUniqueViolation, type Tx } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { getAccountLabels } from "@/lib/people/account-label.queries";
import type { Person } from "@/lib/people/person.policy";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { invalidateStrategyPages } from "@/lib/strategies/strategy.writes";
import { canDraftResponse, whyCannotPublishResponse } from "@/lib/unions/responses/collective-response.policy";
import type {
  MandateInput,
  PublishResponseInput,
  ResponsePartInput,
  StartResponseInput,
} from "@/lib/unions/responses/collective-response.schema";
import { type Mandate, mandatePartKey, mandateText } from "@/lib/unions/responses/mandate.rules";
import { getResponseDraft, type ResponseDraft } from "@/lib/unions/responses/response-draft.queries";

// Triggers refuse changes of edits and revisions: prisma/migrations/20261130000100_append_only_triggers.

/** What became of a text: saved, or kept aside because a colleague had saved first. */
export type SaveResult<Text> = { saved: true } | { saved: false; current: Text; by: string; version: number };

/**
 * Begins a union's response, or gives back the one that it has for this strategy and branch.
 * @throws NotFound (not of this union), Refused (no such strategy, or it is closed)
 */
export async function startResponse(person: Person, input: StartResponseInput): Promise<{ id: string }> {
  const { strategy: strategyId, union: unionId, branch } = input;
  if (!person.accountId || !canDraftResponse(person, { unionId })) throw new NotFound();
  const key = { strategyId_unionId_branch: { strategyId, unionId, branch } };
  const strategy = await db().strategy.findUnique({
    where: { id: strategyId },
    select: { phase: true, closesAt: true },
  });
  if (!strategy) throw new RuleViolation("Choose a strategy from the list.", "strategy");
  const existing = await db().collectiveResponse.findUnique({ where: key, select: { id: true } });
  if (existing) return existing;
  const closed = whyCannotComment(strategy, new Date());
  if (closed) throw new RuleViolation(closed, "strategy");
  try {
    const data = { strategyId, unionId, branch, createdById: person.accountId };
    return await db().collectiveResponse.create({ data, select: { id: true } });
  } catch (error) {
    if (isForeignKeyViolation(error)) throw new NotFound();
    // two began it at once: both get the one
    if (isUniqueViolation(error))
      return db().collectiveResponse.findUniqueOrThrow({ where: key, select: { id: true } });
    throw error;
  }
}

/**
 * Saves one part of a draft. Nothing is overwritten: when a colleague saved since `input.version`, theirs stays,
 * this text is kept aside, and both are there to compare.
 * @throws NotFound (no such draft or part, or not theirs)
 */
export async function saveResponsePart(
  person: Person,
  responseId: string,
  partKey: string,
  { text, version }: ResponsePartInput,
): Promise<SaveResult<string>> {
  return db().$transaction(async (tx) => {
    const { editedById } = await requireEditableDraft(tx, person, responseId, partKey);
    const changed = { text, editedById, editedAt: new Date() };
    const { count } =
      version === 0
        ? await tx.responsePart.createMany({ data: [{ responseId, partKey, ...changed }], skipDuplicates: true })
        : await tx.responsePart.updateMany({
            where: { responseId, partKey, version },
            data: { ...changed, version: { increment: 1 } },
          });
    await insertEdit(tx, { responseId, partKey, text, editedById, isConflicting: count === 0 });
    if (count > 0) return { saved: true };
    const key = { responseId_partKey: { responseId, partKey } };
    const current = await tx.responsePart.findUnique({ where: key });
    return { saved: false, current: current?.text ?? "", ...(await lastEditorOf(tx, current)) };
  });
}

/** Saves the mandate, as saveResponsePart saves a part. @throws NotFound */
export async function saveMandate(
  person: Person,
  responseId: string,
  { version, ...mandate }: MandateInput,
): Promise<SaveResult<Mandate | null>> {
  return db().$transaction(async (tx) => {
    const { editedById } = await requireEditableDraft(tx, person, responseId);
    const changed = { ...mandate, editedById, editedAt: new Date() };
    const { count } =
      version === 0
        ? await tx.responseMandate.createMany({ data: [{ responseId, ...changed }], skipDuplicates: true })
        : await tx.responseMandate.updateMany({
            where: { responseId, version },
            data: { ...changed, version: { increment: 1 } },
          });
    const text = mandateText(mandate);
    await insertEdit(tx, { responseId, partKey: mandatePartKey, text, editedById, isConflicting: count === 0 });
    if (count > 0) return { saved: true };
    const current = await tx.responseMandate.findUnique({ where: { responseId } });
    return { saved: false, current, ...(await lastEditorOf(tx, current)) };
  });
}

/** @throws NotFound unless this person may write there */
async function requireEditableDraft(
  tx: Tx,
  person: Person,
  id: string,
  partKey?: string,
): Promise<{ editedById: string }> {
  const draft = await getResponseDraft(person, id, tx);
  if (!draft || !person.accountId) throw new NotFound();
  if (partKey !== undefined && !draft.parts.some((part) => part.partKey === partKey)) throw new NotFound();
  return { editedById: person.accountId };
}

type Edit = { responseId: string; partKey: string; text: string; editedById: string; isConflicting: boolean };

async function insertEdit(tx: Tx, edit: Edit): Promise<void> {
  await tx.responseEdit.create({ data: edit });
  if (edit.isConflicting) return;
  await tx.collectiveResponse.update({ where: { id: edit.responseId }, data: { version: { increment: 1 } } });
}

async function lastEditorOf(tx: Tx, row: { editedById: string; version: number } | null) {
  const labels = await getAccountLabels(row ? [row.editedById] : [], tx);
  return { by: labels.get(row?.editedById ?? "") ?? "A colleague", version: row?.version ?? 0 };
}

/**
 * Publishes the draft as it was read, as a new revision; the old ones stay.
 * @throws NotFound (not theirs), Refused (the policy says why, or the strategy has closed), Conflict (it changed since)
 */
export async function publishResponse(
  person: Person,
  id: string,
  input: PublishResponseInput,
): Promise<{ revision: number }> {
  return db().$transaction(async (tx) => {
    const initial = await getResponseDraft(person, id, tx);
    if (!initial) throw new NotFound();
    const closed = whyCannotComment(initial.strategy, new Date());
    if (closed) throw new RuleViolation(closed);
    const { count } = await tx.collectiveResponse.updateMany({
      where: { id, version: input.version },
      data: { version: { increment: 1 }, revision: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("A colleague changed this after you opened it. Read it again, then publish.");
    // the row is ours until the end: what is read now is what is published
    const draft = await getResponseDraft(person, id, tx);
    if (!draft?.mandate || !person.accountId) throw new RuleViolation(refusalMessage(person, draft));
    const refusal = whyCannotPublishResponse(person, draft.readiness);
    if (refusal) throw new RuleViolation(refusal);
    if (draft.readiness.isAmendment && !input.why) throw new RuleViolation("Say what changed, and why.", "why");
    const { covers, consulted, tookPart, method, from, to, minority } = draft.mandate;
    const mandate = { covers, consulted, tookPart, method, from, to, minority };
    const number = draft.revision;
    const why = draft.readiness.isAmendment ? input.why : null;
    await tx.responseRevision.create({
      data: { responseId: id, number, ...mandate, why, publishedById: person.accountId },
    });
    const parts = draft.parts.filter(({ text }) => text.trim() !== "");
    await tx.responseRevisionPart.createMany({
      data: parts.map(({ partKey, text }) => ({ responseId: id, number, partKey, text })),
    });
    const { accountId } = person;
    await recordAuditEvent(tx, {
      action: "responses.publish",
      accountId,
      subject: `response:${id}`,
      details: { number },
    });
    await invalidateStrategyPages(tx, draft.strategyId);
    return { revision: number };
  });
}

const refusalMessage = (person: Person, draft: ResponseDraft | null): string =>
  (draft && whyCannotPublishResponse(person, draft.readiness)) ?? "This cannot be published.";
