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
import { insertResponseEdit, insertResponseRevision } from "@/lib/unions/responses/collective-response.writes";
import { type Mandate, mandatePartKey, mandateText } from "@/lib/unions/responses/mandate.rules";
import { getResponseDraft, type ResponseDraft } from "@/lib/unions/responses/response-draft.queries";

/** Whether a text was saved. If not, a colleague saved first: `current` is their text, `version` its version. */
export type SaveResult<Text> = { saved: true } | { saved: false; current: Text; by: string; version: number };

/**
 * Starts a union's response to a strategy, for one branch or all. A union has one for each.
 * @returns the id of the new response, or of the existing one
 * @throws NotFound (not this person's union), RuleViolation (no such strategy, or it is closed)
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
    // two people started it at the same time: both get the same one
    if (isUniqueViolation(error))
      return db().collectiveResponse.findUniqueOrThrow({ where: key, select: { id: true } });
    throw error;
  }
}

/**
 * Saves one part of a draft. If a colleague saved after `input.version`, their text stays, and this one is stored as a
 * conflicting edit.
 * @throws NotFound (no such draft or part, or not this person's)
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
    await insertResponseEdit(tx, { responseId, partKey, text, editedById, isConflicting: count === 0 });
    if (count > 0) return { saved: true };
    const key = { responseId_partKey: { responseId, partKey } };
    const current = await tx.responsePart.findUnique({ where: key });
    return { saved: false, current: current?.text ?? "", ...(await lastEditorOf(tx, current)) };
  });
}

/** Saves the mandate in the same way as saveResponsePart. @throws NotFound */
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
    await insertResponseEdit(tx, { responseId, partKey: mandatePartKey, text, editedById, isConflicting: count === 0 });
    if (count > 0) return { saved: true };
    const current = await tx.responseMandate.findUnique({ where: { responseId } });
    return { saved: false, current, ...(await lastEditorOf(tx, current)) };
  });
}

/** @throws NotFound unless the person may edit this draft, and it has this part */
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

async function lastEditorOf(tx: Tx, row: { editedById: string; version: number } | null) {
  const labels = await getAccountLabels(row ? [row.editedById] : [], tx);
  return { by: labels.get(row?.editedById ?? "") ?? "A colleague", version: row?.version ?? 0 };
}

/**
 * Publishes a draft as a new revision.
 * @throws NotFound (not this person's), RuleViolation (refused by the policy, or the strategy is closed), Conflict (it
 *   changed after the person read it)
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
    // the update locked the row: this reads what is published
    const draft = await getResponseDraft(person, id, tx);
    if (!draft?.mandate || !person.accountId) throw new RuleViolation(refusalMessage(person, draft));
    const refusal = whyCannotPublishResponse(person, draft.readiness);
    if (refusal) throw new RuleViolation(refusal);
    if (draft.readiness.isAmendment && !input.why) throw new RuleViolation("Say what changed, and why.", "why");
    const { accountId } = person;
    const { mandate, revision: number } = draft;
    const why = draft.readiness.isAmendment ? input.why : null;
    await insertResponseRevision(tx, { ...draft, mandate }, { why, publishedById: accountId });
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
