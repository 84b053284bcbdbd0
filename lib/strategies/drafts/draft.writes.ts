import type { Tx } from "@/lib/database/client";
import { Conflict, RuleViolation } from "@/lib/errors";
import { newId } from "@/lib/security/encryption";
import { type ParsedDocument, shortTitle } from "@/lib/strategies/documents/parsed-document";
import type { Picture } from "@/lib/strategies/documents/picture-collector";
import type { DraftView } from "@/lib/strategies/drafts/draft.queries";
import { draftSizeError, emptySection } from "@/lib/strategies/drafts/draft.rules";
import type { DraftSection } from "@/lib/strategies/drafts/draft.schema";
import { listNewestSections, toDraftSection } from "@/lib/strategies/drafts/newest-version.queries";
import {
  carryOverPictureText,
  carryOverSectionDetails,
  matchSections,
} from "@/lib/strategies/drafts/paragraph-matching";

export type DraftChanges = Partial<Pick<DraftView, "about" | "sections">>;

/**
 * Saves changes to a draft, and clears its check and its opening day.
 * @throws RuleViolation (too large), Conflict when it no longer has the number `expectedVersion`
 */
export async function saveDraftChanges(
  tx: Tx,
  draft: DraftView,
  expectedVersion: number,
  accountId: string,
  changes: DraftChanges,
): Promise<void> {
  const strategyId = draft.strategy.id;
  const refusal = changes.sections && draftSizeError(changes.sections);
  if (refusal) throw new RuleViolation(refusal);
  const { count } = await tx.strategyDraft.updateMany({
    where: { strategyId, version: expectedVersion },
    data: {
      ...changes,
      version: { increment: 1 },
      editedById: accountId,
      editedAt: new Date(),
      checkedById: null,
      opensAt: null,
    },
  });
  if (count === 0) throw editConflict(draft);
  await tx.strategy.updateMany({ where: { id: strategyId, phase: "checked" }, data: { phase: "draft" } });
}

/**
 * Stores a document's pictures, and turns it into the content of a draft. Sections and paragraphs that match those of
 * the newest version get their ids, and sections keep what officers entered for them.
 * @throws RuleViolation (empty or too large)
 */
export async function toDraftContent(
  tx: Tx,
  draft: DraftView,
  document: ParsedDocument,
  pictures: readonly Picture[],
): Promise<DraftChanges> {
  const strategyId = draft.strategy.id;
  const newSections: DraftSection[] = document.sections.map(({ title, paragraphs }) => ({
    ...emptySection,
    key: newId(),
    title: shortTitle(title),
    paragraphs: paragraphs.map((paragraph) => ({ ...paragraph, key: newId(), paragraphId: null })),
  }));
  if (newSections.length === 0) throw new RuleViolation("There is no text in it.", "text");
  const refusal = draftSizeError(newSections);
  if (refusal) throw new RuleViolation(refusal, "text");
  await tx.strategyPicture.createMany({
    data: pictures.map((picture) => ({ ...picture, bytes: Uint8Array.from(picture.bytes), strategyId })),
    skipDuplicates: true,
  });
  const newest = await listNewestSections(strategyId, tx);
  const earlierSections = [...draft.sections, ...newest.map((section) => toDraftSection(section, newId))];
  const about =
    draft.about.title || !document.title ? draft.about : { ...draft.about, title: shortTitle(document.title) };
  return {
    sections: carryOverSectionDetails(
      earlierSections,
      matchSections(newest, carryOverPictureText(earlierSections, newSections)),
    ),
    about,
  };
}

export const editConflict = ({ editedBy }: DraftView) =>
  new Conflict(
    `${editedBy} changed this draft after you opened it. What you typed is still here. Check the draft, then save again.`,
  );
