import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { rebuildStrategyTallies } from "@/lib/comments/tally.writes";
import { db, type Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import type { Person } from "@/lib/people/person.policy";
import { newId } from "@/lib/security/encryption";
import { whyCannotCheckDraft, whyCannotOpenDraft } from "@/lib/strategies/drafts/draft.policy";
import { type DraftView, getDraft, listNewestSections, parseDraft } from "@/lib/strategies/drafts/draft.queries";
import { endOfDay, missingItems } from "@/lib/strategies/drafts/draft.rules";
import type { DraftSection } from "@/lib/strategies/drafts/draft.schema";
import { findSuccessorSections, type PublishedSection } from "@/lib/strategies/drafts/paragraph-matching";

/** A second person has read the draft as it stands. @throws NotFound, Conflict (it changed), Refused (with why not) */
export async function checkDraft(person: Person, strategyId: string, expectedVersion: number): Promise<void> {
  await db().$transaction(async (tx) => {
    const draft = await requireDraft(tx, person, strategyId, expectedVersion);
    const refusal = whyCannotCheckDraft(person, draft);
    if (refusal) throw new RuleViolation(refusal);
    await updateDraftVersion(tx, strategyId, expectedVersion, { checkedById: person.accountId });
    await tx.strategy.updateMany({ where: { id: strategyId, phase: "draft" }, data: { phase: "checked" } });
    const { accountId } = person;
    await recordAuditEvent(tx, { action: "strategies.checkDraft", accountId, subject: `strategy:${strategyId}` });
  });
}

/** Opens a checked draft at once. @returns its version's number @throws NotFound, Conflict, Refused */
export async function openDraft(person: Person, strategyId: string, expectedVersion: number): Promise<number> {
  return db().$transaction(async (tx) => {
    const draft = await requireDraft(tx, person, strategyId, expectedVersion);
    const refusal = whyCannotOpenDraft(draft);
    if (refusal) throw new RuleViolation(refusal);
    return publishVersion(tx, strategyId, expectedVersion, person.accountId);
  }, longTransaction);
}

/** Says on which day a checked draft opens by itself; null takes that back. @throws NotFound, Conflict, Refused */
export async function planOpening(
  person: Person,
  strategyId: string,
  expectedVersion: number,
  day: string | null,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const draft = await requireDraft(tx, person, strategyId, expectedVersion);
    const refusal = whyCannotOpenDraft(draft);
    if (refusal) throw new RuleViolation(refusal);
    const opensAt = day === null ? null : new Date(`${day}T00:00:00Z`);
    if (opensAt && opensAt <= new Date())
      throw new RuleViolation("Choose a day that is still to come, or open it now.", "day");
    if (opensAt && opensAt >= endOfDay(draft.about.closesOn)) {
      throw new RuleViolation("It would close before it opens. Choose an earlier day.", "day");
    }
    await updateDraftVersion(tx, strategyId, expectedVersion, { opensAt });
    await recordAuditEvent(tx, {
      action: "strategies.planOpening",
      accountId: person.accountId,
      subject: `strategy:${strategyId}`,
      details: { day },
    });
  });
}

/** Opens every draft whose day has come. A job's: run twice, or by two at once, it opens each once. @returns how many */
export async function openDueDrafts(now = new Date()): Promise<number> {
  const due = await db().strategyDraft.findMany({
    where: { opensAt: { lte: now }, checkedById: { not: null } },
    select: { strategyId: true, version: true },
  });
  let opened = 0;
  for (const { strategyId, version } of due) {
    opened += await db().$transaction(async (tx) => {
      const draft = await tx.strategyDraft.findFirst({ where: { strategyId, version, opensAt: { lte: now } } });
      const { about, sections } = draft ? parseDraft(draft) : { about: null, sections: [] };
      // its closing day came first: it waits for a person
      if (!about || missingItems(about, sections, now).length > 0) return 0;
      await publishVersion(tx, strategyId, version, null);
      return 1;
    }, longTransaction);
  }
  return opened;
}

const longTransaction = { timeout: 60_000 };

async function requireDraft(tx: Tx, person: Person, strategyId: string, expectedVersion: number): Promise<DraftView> {
  const draft = await getDraft(person, strategyId, tx);
  if (!draft || !person.accountId) throw new NotFound();
  if (draft.version !== expectedVersion)
    throw new Conflict(`${draft.editedBy} changed this draft after you opened it. Read it again.`);
  return draft;
}

async function updateDraftVersion(tx: Tx, strategyId: string, expectedVersion: number, data: object): Promise<void> {
  const { count } = await tx.strategyDraft.updateMany({
    where: { strategyId, version: expectedVersion },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict("A colleague changed this draft a moment ago. Read it again.");
}

/** Makes the draft the strategy's newest version, in one go, and opens the strategy. */
async function publishVersion(
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
  const { summary, canChange, contact, moderation } = about;
  const strategy = await tx.strategy.update({
    where: { id: strategyId },
    data: { summary, canChange, contact, moderation, phase: "open", closesAt: endOfDay(about.closesOn) },
    select: { leadBodyId: true, bodies: { select: { bodyId: true } } },
  });
  await tx.strategy.updateMany({ where: { id: strategyId, opensAt: null }, data: { opensAt: now } });
  await rebuildStrategyTallies(tx, strategyId);
  const details = { number, checkedById: row.checkedById };
  await recordAuditEvent(tx, { action: "strategies.open", accountId, subject: `strategy:${strategyId}`, details });
  const bodies = [strategy.leadBodyId, ...strategy.bodies.map(({ bodyId }) => bodyId)];
  await invalidateTags(tx, `strategy:${strategyId}`, ...bodies.map((id) => `body:${id}`));
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
 * A conversation goes with its paragraph to the section that has it now. What is left under a section that went is
 * moved to its home, so that every conversation stands under a section of the newest version.
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
