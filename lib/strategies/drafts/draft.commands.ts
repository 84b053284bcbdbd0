import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { db, isUniqueViolation, type Tx } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { newId } from "@/lib/security/encryption";
import { whyCannotStartVersion } from "@/lib/strategies/drafts/draft.policy";
import { type DraftView, getDraft } from "@/lib/strategies/drafts/draft.queries";
import { applyOutlineOperation, applySectionInput, applySectionOperation } from "@/lib/strategies/drafts/draft.rules";
import type {
  AboutInput,
  FundingInput,
  OutlineOperation,
  SectionInput,
  SectionOperation,
} from "@/lib/strategies/drafts/draft.schema";
import { type DraftChanges, editConflict, saveDraftChanges } from "@/lib/strategies/drafts/draft.writes";
import { getNewestVersionAsDraft, listNewestSections } from "@/lib/strategies/drafts/newest-version.queries";
import { getManagedStrategy } from "@/lib/strategies/managed-strategy.queries";

/**
 * Starts the next version of a strategy from the text of its newest one. Does nothing when there is a draft already.
 * @throws NotFound (not theirs), RuleViolation (archived)
 */
export async function startDraft(person: Person, strategyId: string): Promise<void> {
  try {
    await db().$transaction(async (tx) => {
      const strategy = await getManagedStrategy(person, strategyId, tx);
      if (!strategy || !person.accountId) throw new NotFound();
      const refusal = whyCannotStartVersion(strategy);
      if (refusal) throw new RuleViolation(refusal);
      const draft = await getNewestVersionAsDraft(strategyId, tx, newId);
      await tx.strategyDraft.create({ data: { strategyId, editedById: person.accountId, ...draft } });
      const { accountId } = person;
      await recordAuditEvent(tx, { action: "strategies.startDraft", accountId, subject: `strategy:${strategyId}` });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
}

/** Deletes a draft; published versions stay. @throws NotFound, Conflict */
export async function discardDraft(person: Person, strategyId: string, expectedVersion: number): Promise<void> {
  await db().$transaction(async (tx) => {
    const draft = await getDraft(person, strategyId, tx);
    if (!draft || !person.accountId) throw new NotFound();
    const { count } = await tx.strategyDraft.deleteMany({ where: { strategyId, version: expectedVersion } });
    if (count === 0) throw editConflict(draft);
    await tx.strategy.updateMany({ where: { id: strategyId, phase: "checked" }, data: { phase: "draft" } });
    const { accountId } = person;
    await recordAuditEvent(tx, { action: "strategies.discardDraft", accountId, subject: `strategy:${strategyId}` });
  });
}

/** Saves what the version and its strategy will show once it is open. @throws NotFound, Conflict */
export async function saveDraftAbout(
  person: Person,
  strategyId: string,
  expectedVersion: number,
  about: AboutInput,
): Promise<void> {
  await updateDraft(person, strategyId, expectedVersion, () => ({ about }));
}

/**
 * What the form of a section sends: its own fields, each paragraph's text or funding line, and the button's operation.
 */
export type SectionEdit = {
  key: string;
  input: SectionInput;
  text: (key: string) => string | undefined;
  funding?: (key: string) => FundingInput | undefined;
  operation: SectionOperation;
};

/**
 * Saves the fields of one section, then applies the operation of the button.
 * @throws NotFound, Conflict, RuleViolation (too large)
 */
export async function saveDraftSection(
  person: Person,
  strategyId: string,
  expectedVersion: number,
  { key, input, text, funding = () => undefined, operation }: SectionEdit,
): Promise<void> {
  await updateDraft(person, strategyId, expectedVersion, ({ sections }) => {
    if (!sections.some((section) => section.key === key)) throw new NotFound();
    const editedSections = sections.map((section) =>
      section.key === key ? applySectionInput(section, input, text, funding) : section,
    );
    return { sections: applySectionOperation(editedSections, key, operation, newId()) };
  });
}

/** Moves, joins, adds or removes sections. @throws NotFound, Conflict, RuleViolation (too many) */
export async function saveDraftOutline(
  person: Person,
  strategyId: string,
  expectedVersion: number,
  operation: OutlineOperation,
): Promise<void> {
  await updateDraft(person, strategyId, expectedVersion, ({ sections }) => ({
    sections: applyOutlineOperation(sections, operation, newId()),
  }));
}

/**
 * Corrects by hand which paragraph of the newest version each paragraph of the draft continues.
 * @param matches published paragraph's id by the draft paragraph's key; null for a new paragraph
 * @throws NotFound (also for an unknown paragraph), Conflict, RuleViolation (the same paragraph twice)
 */
export async function saveParagraphMatches(
  person: Person,
  strategyId: string,
  expectedVersion: number,
  matches: Map<string, string | null>,
): Promise<void> {
  await updateDraft(person, strategyId, expectedVersion, async ({ sections }, tx) => {
    const knownIds = new Set(
      (await listNewestSections(strategyId, tx)).flatMap((old) => old.paragraphs.map(({ id }) => id)),
    );
    const assignedIds = new Set<string>();
    return {
      sections: sections.map((section) => ({
        ...section,
        paragraphs: section.paragraphs.map((paragraph) => {
          const { key } = paragraph;
          const paragraphId = matches.has(key) ? (matches.get(key) ?? null) : paragraph.paragraphId;
          if (paragraphId !== null && !knownIds.has(paragraphId)) throw new NotFound();
          if (paragraphId !== null && assignedIds.has(paragraphId)) {
            throw new RuleViolation("Two paragraphs cannot replace the same one. Choose again.", `from-${key}`);
          }
          if (paragraphId !== null) assignedIds.add(paragraphId);
          return { ...paragraph, paragraphId };
        }),
      })),
    };
  });
}

/** Changes a draft and clears its check and its opening day. @throws Conflict when it has changed since it was read */
async function updateDraft(
  person: Person,
  strategyId: string,
  expectedVersion: number,
  applyChange: (draft: DraftView, tx: Tx) => DraftChanges | Promise<DraftChanges>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const draft = await getDraft(person, strategyId, tx);
    if (!draft || !person.accountId) throw new NotFound();
    await saveDraftChanges(tx, draft, expectedVersion, person.accountId, await applyChange(draft, tx));
  });
}
