import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { cutText } from "@/lib/characters";
import { db, isUniqueViolation, type Tx } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { newId } from "@/lib/security/encryption";
import type { ParsedDocument } from "@/lib/strategies/documents/parsed-document";
import type { Picture } from "@/lib/strategies/documents/picture-collector";
import { whyCannotStartVersion } from "@/lib/strategies/drafts/draft.policy";
import { type DraftView, getDraft } from "@/lib/strategies/drafts/draft.queries";
import {
  applyOutlineOperation,
  applySectionInput,
  applySectionOperation,
  draftSizeError,
  emptySection,
} from "@/lib/strategies/drafts/draft.rules";
import type {
  AboutInput,
  DraftSection,
  FundingInput,
  OutlineOperation,
  SectionInput,
  SectionOperation,
} from "@/lib/strategies/drafts/draft.schema";
import {
  getNewestVersionAsDraft,
  listNewestSections,
  toDraftSection,
} from "@/lib/strategies/drafts/newest-version.queries";
import {
  carryOverPictureText,
  carryOverSectionDetails,
  matchSections,
} from "@/lib/strategies/drafts/paragraph-matching";
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
 * Replaces the content of a draft with that of a document. Sections and paragraphs that match those of the newest
 * version get their ids, and sections keep what officers entered for them.
 * @throws NotFound, Conflict, RuleViolation (empty or too large)
 */
export async function replaceDraftContent(
  person: Person,
  strategyId: string,
  expectedVersion: number,
  document: ParsedDocument,
  pictures: readonly Picture[] = [],
): Promise<void> {
  await updateDraft(person, strategyId, expectedVersion, async (draft, tx) => {
    const newSections: DraftSection[] = document.sections.map(({ title, paragraphs }) => ({
      ...emptySection,
      key: newId(),
      title: cutText(title, 200),
      paragraphs: paragraphs.map((paragraph) => ({ ...paragraph, key: newId(), paragraphId: null })),
    }));
    if (newSections.length === 0) throw new RuleViolation("We found no words in it.", "text");
    const refusal = draftSizeError(newSections);
    if (refusal) throw new RuleViolation(refusal, "text");
    await tx.strategyPicture.createMany({
      data: pictures.map((picture) => ({ ...picture, strategyId })),
      skipDuplicates: true,
    });
    const newest = await listNewestSections(strategyId, tx);
    const earlierSections = [...draft.sections, ...newest.map((section) => toDraftSection(section, newId))];
    const about =
      draft.about.title || !document.title ? draft.about : { ...draft.about, title: cutText(document.title, 200) };
    return {
      sections: carryOverSectionDetails(
        earlierSections,
        matchSections(newest, carryOverPictureText(earlierSections, newSections)),
      ),
      about,
    };
  });
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
            throw new RuleViolation("Two paragraphs cannot go on from the same one. Choose again.", `from-${key}`);
          }
          if (paragraphId !== null) assignedIds.add(paragraphId);
          return { ...paragraph, paragraphId };
        }),
      })),
    };
  });
}

type DraftChanges = Partial<Pick<DraftView, "about" | "sections">>;

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
    const changes = await applyChange(draft, tx);
    const refusal = changes.sections && draftSizeError(changes.sections);
    if (refusal) throw new RuleViolation(refusal);
    const { count } = await tx.strategyDraft.updateMany({
      where: { strategyId, version: expectedVersion },
      data: {
        ...changes,
        version: { increment: 1 },
        editedById: person.accountId,
        editedAt: new Date(),
        checkedById: null,
        opensAt: null,
      },
    });
    if (count === 0) throw editConflict(draft);
    await tx.strategy.updateMany({ where: { id: strategyId, phase: "checked" }, data: { phase: "draft" } });
  });
}

const editConflict = ({ editedBy }: DraftView) =>
  new Conflict(
    `${editedBy} changed this draft after you opened it. What you typed is still here: look at the draft, then save again.`,
  );
