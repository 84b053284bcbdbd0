import { bodyTitle } from "@/lib/areas/body.rules";
import { db, type Tx } from "@/lib/database/client";
import { getAccountLabels } from "@/lib/people/account-label.queries";
import { isAdmin, type Person } from "@/lib/people/person.policy";
import type { DraftFacts } from "@/lib/strategies/drafts/draft.policy";
import { type DraftAbout, dayInputValue, missingItems } from "@/lib/strategies/drafts/draft.rules";
import { blockSchema, type DraftSection, draftAbout, draftSections } from "@/lib/strategies/drafts/draft.schema";
import type { PublishedSection } from "@/lib/strategies/drafts/paragraph-matching";
import { canManageStrategy } from "@/lib/strategies/strategy.policy";
import { countThreadsByParagraph } from "@/lib/strategies/versions/thread-count.queries";
import type { ModerationMode, Phase } from "@/prisma/generated/enums";

/** A strategy whose versions a person may write. */
export type ManagedStrategy = {
  id: string;
  areaName: string;
  kindName: string;
  leadTitle: string;
  leadBodyId: string;
  phase: Phase;
  opensAt: Date | null;
  closesAt: Date | null;
  moderation: ModerationMode;
  /** The newest published version's number; 0 before the first. */
  newestVersion: number;
  hasDraft: boolean;
};

const managedStrategySelect = {
  id: true,
  areaName: true,
  leadBodyId: true,
  phase: true,
  opensAt: true,
  closesAt: true,
  moderation: true,
  kind: { select: { name: true } },
  leadBody: { select: { name: true, kind: { select: { short: true } } } },
  versions: { where: { publishedAt: { not: null } }, orderBy: { number: "desc" }, take: 1, select: { number: true } },
  draft: { select: { strategyId: true } },
} as const;

type ManagedStrategyRow = Omit<ManagedStrategy, "kindName" | "leadTitle" | "newestVersion" | "hasDraft"> & {
  kind: { name: string };
  leadBody: { name: string; kind: { short: string } };
  versions: { number: number }[];
  draft: object | null;
};

const toManagedStrategy = ({ kind, leadBody, versions, draft, ...row }: ManagedStrategyRow): ManagedStrategy => ({
  ...row,
  kindName: kind.name,
  leadTitle: bodyTitle(leadBody),
  newestVersion: versions[0]?.number ?? 0,
  hasDraft: draft !== null,
});

/** Every strategy whose versions this person may write, by area. */
export async function listManagedStrategies(person: Person): Promise<ManagedStrategy[]> {
  const bodies = person.grants.flatMap(({ role, bodyId }) => (role === "officer" && bodyId ? [bodyId] : []));
  const rows = await db().strategy.findMany({
    where: isAdmin(person) ? {} : { leadBodyId: { in: bodies } },
    orderBy: { areaName: "asc" },
    select: managedStrategySelect,
  });
  return rows.map(toManagedStrategy);
}

/** One of them; null when it is not there or not theirs. */
export async function getManagedStrategy(person: Person, slug: string, tx: Tx = db()): Promise<ManagedStrategy | null> {
  const row = await tx.strategy.findUnique({ where: { id: slug }, select: managedStrategySelect });
  return row && canManageStrategy(person, row) ? toManagedStrategy(row) : null;
}

/** The draft of a strategy's next version, for those who may write it. */
export type DraftView = DraftFacts & {
  strategy: ManagedStrategy;
  version: number;
  about: DraftAbout;
  sections: DraftSection[];
  opensAt: Date | null;
  editedBy: string;
  checkedBy: string | null;
};

/** Null when there is none, or it is not for this person. */
export async function getDraft(
  person: Person,
  slug: string,
  tx: Tx = db(),
  now = new Date(),
): Promise<DraftView | null> {
  const strategy = await getManagedStrategy(person, slug, tx);
  const row = strategy && (await tx.strategyDraft.findUnique({ where: { strategyId: slug } }));
  if (!row) return null;
  const { about, sections } = parseDraft(row);
  const labels = await getAccountLabels([row.editedById, row.checkedById ?? ""], tx);
  return {
    strategy,
    version: row.version,
    about,
    sections,
    opensAt: row.opensAt,
    editedById: row.editedById,
    checkedById: row.checkedById,
    missing: missingItems(about, sections, now),
    editedBy: labels.get(row.editedById) ?? "A colleague",
    checkedBy: row.checkedById && (labels.get(row.checkedById) ?? "A colleague"),
  };
}

/** What is kept of a draft, in its shape. */
export const parseDraft = (row: { about: unknown; sections: unknown }) => ({
  about: draftAbout.parse(row.about),
  sections: draftSections.parse(row.sections),
});

/** The newest published version as a draft would begin: its words, under their own ids. */
export async function getNewestVersionAsDraft(
  strategyId: string,
  tx: Tx,
  newKey: () => string,
): Promise<{ about: DraftAbout; sections: DraftSection[] }> {
  const strategy = await tx.strategy.findUniqueOrThrow({
    where: { id: strategyId },
    select: { summary: true, canChange: true, contact: true, closesAt: true, moderation: true },
  });
  const { summary, canChange, contact, closesAt, moderation } = strategy;
  const about = { summary: summary ?? "", canChange: canChange ?? "", contact: contact ?? "", moderation };
  const sections = await listNewestSections(strategyId, tx);
  return {
    about: { ...about, title: "", note: null, closesOn: dayInputValue(closesAt) },
    sections: sections.map((section) => toDraftSection(section, newKey)),
  };
}

/** A section of a published version as a draft begins with it. */
export const toDraftSection = (
  { id: sectionId, paragraphs, ...details }: NewestSection,
  newKey: () => string,
): DraftSection => ({
  ...details,
  key: newKey(),
  sectionId,
  paragraphs: paragraphs.map(({ id, text, block }) => ({
    key: newKey(),
    paragraphId: id,
    text,
    block: block === null ? null : blockSchema.parse(block),
  })),
});

type NewestSection = Omit<PublishedSection, "paragraphs"> &
  Pick<DraftSection, "summary" | "foundationId" | "themeIds" | "canChange"> & {
    paragraphs: { id: string; text: string; block: unknown }[];
  };

/** The sections and paragraphs of the newest published version, in order. */
export async function listNewestSections(strategyId: string, tx: Tx): Promise<NewestSection[]> {
  const version = await tx.version.findFirst({
    where: { strategyId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: {
      sections: { orderBy: { position: "asc" } },
      paragraphs: { orderBy: { position: "asc" } },
    },
  });
  return (version?.sections ?? []).map(({ sectionId, title, summary, foundationId, themeIds, canChange }) => ({
    ...{ id: sectionId, title, summary, foundationId, themeIds, canChange },
    paragraphs: (version?.paragraphs ?? [])
      .filter((paragraph) => paragraph.sectionId === sectionId)
      .map(({ paragraphId: id, text, block }) => ({ id, text, block })),
  }));
}

/** How a draft's paragraphs go on from those of the newest version. */
export type ParagraphMatches = {
  version: number;
  /** So many are as before. */
  unchangedCount: number;
  /** New or changed; `before` is what the one that it goes on from said, `label` is that one in a list. */
  changed: {
    key: string;
    section: string;
    text: string;
    paragraphId: string | null;
    before: string | null;
    label: string;
  }[];
  /** Those of the newest version that nothing goes on from. */
  removed: { id: string; label: string; threads: number }[];
};

/** Null when there is no draft, or it is not for this person. */
export async function getParagraphMatches(person: Person, slug: string): Promise<ParagraphMatches | null> {
  const draft = await getDraft(person, slug);
  if (!draft) return null;
  const newest = await listNewestSections(slug, db());
  const oldParagraphs = newest.flatMap(({ title, paragraphs }) =>
    paragraphs.map(({ id, text }) => ({
      id,
      text,
      label: `${title}: ${text.length > 60 ? `${text.slice(0, 60).trim()} …` : text}`,
    })),
  );
  const oldById = new Map(oldParagraphs.map((old) => [old.id, old]));
  const all = draft.sections.flatMap(({ title, paragraphs }) =>
    paragraphs.map(({ key, text, paragraphId }) => {
      const old = oldById.get(paragraphId ?? "");
      return { key, section: title, text, paragraphId, before: old?.text ?? null, label: old?.label ?? "" };
    }),
  );
  const continuedIds = new Set(all.map(({ paragraphId }) => paragraphId));
  const removed = oldParagraphs.filter(({ id }) => !continuedIds.has(id));
  const threads = await countThreadsByParagraph(
    newest.map(({ id }) => id),
    removed.map(({ id }) => id),
  );
  return {
    version: draft.version,
    unchangedCount: all.filter(({ text, before }) => text === before).length,
    changed: all.filter(({ text, before }) => text !== before),
    removed: removed.map(({ id, label }) => ({ id, label, threads: threads.get(id) ?? 0 })),
  };
}
