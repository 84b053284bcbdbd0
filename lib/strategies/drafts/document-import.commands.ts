import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { parseFile } from "@/lib/files/file-parser";
import type { Person } from "@/lib/people/person.policy";
import { retentionPeriods } from "@/lib/people/privacy/retention.rules";
import type { ReadDocument } from "@/lib/strategies/documents/document-reader";
import type { DocumentLoss, importKinds, ParsedDocument } from "@/lib/strategies/documents/parsed-document";
import type { Picture } from "@/lib/strategies/documents/picture-collector";
import { storedImport } from "@/lib/strategies/drafts/document-import.queries";
import { type DraftView, getDraft } from "@/lib/strategies/drafts/draft.queries";
import { draftSizeError, emptySection } from "@/lib/strategies/drafts/draft.rules";
import { editConflict, saveDraftChanges, toDraftContent } from "@/lib/strategies/drafts/draft.writes";

/** A file of a person's own, or text that they pasted. */
export type ImportSource = { kind: (typeof importKinds)[number]; bytes: Uint8Array };

/** Long documents are compared with the newest version paragraph by paragraph. */
const transactionTimeout = 30_000;

/**
 * Replaces the content of a draft with that of a document. If something of it cannot be imported, nothing is replaced
 * yet: it waits for a day, for the person to read what is lost and to confirm.
 * @returns whether it waits
 * @throws NotFound before the file is read, Conflict, RuleViolation (unreadable, empty or too large)
 */
export async function importDocument(
  person: Person,
  strategyId: string,
  expectedVersion: number,
  source: ImportSource,
): Promise<{ isWaiting: boolean }> {
  const draft = await getDraft(person, strategyId);
  if (!draft || !person.accountId) throw new NotFound();
  if (draft.version !== expectedVersion) throw editConflict(draft);
  const { document, pictures } = await readSource(source);
  refuseIfUnusable(document);
  const { accountId } = person;
  if (document.losses.length === 0) {
    await replaceDraftContent(person, strategyId, expectedVersion, document, pictures);
    return { isWaiting: false };
  }
  const content = { kind: source.kind, bytes: Uint8Array.from(source.bytes), losses: document.losses };
  await db().documentImport.upsert({
    where: { strategyId_accountId: { strategyId, accountId } },
    create: { strategyId, accountId, ...content },
    update: { ...content, startedAt: new Date() },
  });
  return { isWaiting: true };
}

/**
 * Replaces the content of a draft with that of the document that waits, without what is lost of it. Does nothing when it
 * waits no longer.
 * @returns whether it still waits, since other losses were found than those that the person read
 * @throws NotFound, Conflict, RuleViolation (too large)
 */
export async function confirmDocumentImport(
  person: Person,
  strategyId: string,
  expectedVersion: number,
): Promise<{ isWaiting: boolean }> {
  const draft = await getDraft(person, strategyId);
  if (!draft || !person.accountId) throw new NotFound();
  if (draft.version !== expectedVersion) throw editConflict(draft);
  const where = { strategyId_accountId: { strategyId, accountId: person.accountId } };
  const row = await db().documentImport.findUnique({ where });
  if (!row) return { isWaiting: false };
  const waiting = storedImport.parse(row);
  const { document, pictures } = await readSource(waiting);
  // an update of the service may read a document differently
  if (!hasSameLosses(document.losses, waiting.losses)) {
    await db().documentImport.update({ where, data: { losses: document.losses } });
    return { isWaiting: true };
  }
  await replaceDraftContent(person, strategyId, expectedVersion, document, pictures);
  await db().documentImport.deleteMany({ where: { strategyId, accountId: person.accountId } });
  return { isWaiting: false };
}

/** Deletes a document that waits; the draft stays as it is. @throws NotFound */
export async function cancelDocumentImport(person: Person, strategyId: string): Promise<void> {
  if (!(await getDraft(person, strategyId)) || !person.accountId) throw new NotFound();
  await db().documentImport.deleteMany({ where: { strategyId, accountId: person.accountId } });
}

/** Deletes documents that were not confirmed within a day. @returns how many */
export async function deleteUnconfirmedImports(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - retentionPeriods.upload);
  return (await db().documentImport.deleteMany({ where: { startedAt: { lt: before } } })).count;
}

/**
 * Replaces the content of a draft with that of a document, whatever is lost of it.
 * @throws NotFound, Conflict, RuleViolation (empty or too large)
 */
export async function replaceDraftContent(
  person: Person,
  strategyId: string,
  expectedVersion: number,
  document: ParsedDocument,
  pictures: readonly Picture[] = [],
): Promise<void> {
  await db().$transaction(
    async (tx) => {
      const draft: DraftView | null = await getDraft(person, strategyId, tx);
      if (!draft || !person.accountId) throw new NotFound();
      const changes = await toDraftContent(tx, draft, document, pictures);
      await saveDraftChanges(tx, draft, expectedVersion, person.accountId, changes);
    },
    { timeout: transactionTimeout },
  );
}

async function readSource({ kind, bytes }: ImportSource): Promise<ReadDocument> {
  if (kind === "document") return parseFile("document", bytes);
  return { document: await parseFile("markdown", bytes), pictures: [] };
}

/** A document that cannot be used is refused before anybody reads what is lost of it. */
function refuseIfUnusable({ sections }: ParsedDocument): void {
  if (sections.length === 0) throw new RuleViolation("There is no text in it.", "text");
  const refusal = draftSizeError(
    sections.map(({ paragraphs, title }, index) => ({
      ...emptySection,
      key: String(index),
      title,
      paragraphs: paragraphs.map((paragraph) => ({ ...paragraph, key: "", paragraphId: null })),
    })),
  );
  if (refusal) throw new RuleViolation(refusal, "text");
}

const hasSameLosses = (found: readonly DocumentLoss[], shown: readonly DocumentLoss[]) =>
  found.length === shown.length &&
  found.every(({ message, place }, index) => message === shown[index]?.message && place === shown[index]?.place);
