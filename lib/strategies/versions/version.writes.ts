import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { rebuildStrategyTallies } from "@/lib/comments/tally.writes";
import type { Tx } from "@/lib/database/client";
import { endOfDay } from "@/lib/dates";
import { Conflict } from "@/lib/errors";
import { newId } from "@/lib/security/encryption";
import { type DraftSection, parseDraft } from "@/lib/strategies/drafts/draft.schema";
import { listNewestSections } from "@/lib/strategies/drafts/newest-version.queries";
import { findSuccessorSections, type PublishedSection } from "@/lib/strategies/drafts/paragraph-matching";
import { invalidateStrategyPages } from "@/lib/strategies/strategy.writes";

/**
 * Changes a draft and gives it its next number.
 * @throws Conflict when it no longer has the number `expectedVersion`
 */
export async function updateDraftVersion(
  tx: Tx,
  strategyId: string,
  expectedVersion: number,
  data: object,
): Promise<void> {
  const { count } = await tx.strategyDraft.updateMany({
    where: { strategyId, version: expectedVersion },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict("A colleague has just changed this draft. Read it again.");
}

/**
 * Makes the draft the newest version of its strategy and opens the strategy. The transaction needs a long timeout.
 * @param accountId who opens it; null when it opens by itself on its day
 * @returns the version's number
 * @throws Conflict when the draft no longer has the number `expectedVersion`
 */
export async function publishVersion(
  tx: Tx,
  strategyId: string,
  expectedVersion: number,
  accountId: string | null,
): Promise<number> {
  await tx.$executeRaw`SELECT FROM strategies WHERE id = ${strategyId} FOR UPDATE`;
  await updateDraftVersion(tx, strategyId, expectedVersion, {});
  const row = await tx.strategyDraft.delete({ where: { strategyId } });
  const { about, sections } = parseDraft(row);
  const oldSections = await listNewestSections(strategyId, tx);
  const now = new Date();
  const newest = await tx.version.aggregate({ where: { strategyId }, _max: { number: true } });
  const number = (newest._max.number ?? 0) + 1;
  const version = await tx.version.create({
    data: {
      strategyId,
      number,
      title: about.title,
      note: about.note,
      publishedAt: now,
      createdById: row.editedById,
      checkedById: row.checkedById,
    },
    select: { id: true },
  });
  const publishedSections = await writeSections(tx, strategyId, version.id, sections);
  await moveThreads(tx, strategyId, version.id, findSuccessorSections(oldSections, publishedSections));
  const { summary, canChange, contact } = about;
  await tx.strategy.update({
    where: { id: strategyId },
    data: { summary, canChange, contact, phase: "open", closesAt: endOfDay(about.closesOn) },
  });
  await tx.strategy.updateMany({ where: { id: strategyId, opensAt: null }, data: { opensAt: now } });
  await rebuildStrategyTallies(tx, strategyId);
  await recordAuditEvent(tx, {
    action: "strategies.open",
    accountId,
    subject: `strategy:${strategyId}`,
    details: { number, checkedById: row.checkedById },
  });
  await invalidateStrategyPages(tx, strategyId);
  return number;
}

async function writeSections(
  tx: Tx,
  strategyId: string,
  versionId: string,
  drafts: DraftSection[],
): Promise<PublishedSection[]> {
  const last = await tx.section.aggregate({ where: { strategyId }, _max: { number: true } });
  let number = last._max.number ?? 0;
  const sections = drafts.map((section) => ({ ...section, id: section.sectionId ?? newId() }));
  const newSections = sections.filter(({ sectionId }) => sectionId === null);
  await tx.section.createMany({ data: newSections.map(({ id }) => ({ id, strategyId, number: ++number })) });
  await tx.versionSection.createMany({
    data: sections.map(({ id, title, summary, foundationId, themeIds, canChange }, at) => ({
      ...{ versionId, sectionId: id, position: at + 1, title, summary, foundationId, themeIds, canChange },
    })),
  });
  const paragraphs = sections.flatMap(({ id: sectionId, paragraphs: own }) =>
    own.map(({ paragraphId, text, block }, at) => ({
      ...{ versionId, sectionId, position: at + 1, text },
      ...(block && { block }),
      paragraphId: paragraphId ?? newId(),
      isNew: paragraphId === null,
    })),
  );
  const added = paragraphs.filter(({ isNew }) => isNew);
  await tx.paragraph.createMany({ data: added.map(({ paragraphId: id }) => ({ id, strategyId })) });
  const pictures = drafts.flatMap((section) =>
    section.paragraphs.flatMap(({ block }) => (block?.kind === "picture" ? [block.pictureId] : [])),
  );
  await tx.strategyPicture.updateMany({ where: { strategyId, id: { in: pictures } }, data: { isPublished: true } });
  await tx.versionParagraph.createMany({ data: paragraphs.map(({ isNew: _, ...content }) => content) });
  return sections.map(({ id, title }) => ({
    id,
    title,
    paragraphs: paragraphs
      .filter(({ sectionId }) => sectionId === id)
      .map(({ paragraphId, text }) => ({ id: paragraphId, text })),
  }));
}

/**
 * Moves each thread with its paragraph to the section that has it now, and threads of a removed section to its
 * successor, so that every thread is under a section of the newest version.
 */
async function moveThreads(
  tx: Tx,
  strategyId: string,
  versionId: string,
  successors: Map<string, string>,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE threads SET "sectionId" = w."sectionId" FROM version_paragraphs w
    WHERE threads."strategyId" = ${strategyId} AND w."versionId" = ${versionId}
      AND w."paragraphId" = threads."paragraphId" AND w."sectionId" <> threads."sectionId"`;
  const returningSections = { strategyId, versions: { some: { versionId } } };
  await tx.section.updateMany({ where: returningSections, data: { movedToId: null } });
  for (const [from, to] of successors) {
    await tx.section.updateMany({ where: { strategyId, movedToId: from }, data: { movedToId: to } });
    await tx.thread.updateMany({ where: { strategyId, sectionId: from }, data: { sectionId: to } });
    await tx.section.update({ where: { id: from }, data: { movedToId: to } });
  }
}
