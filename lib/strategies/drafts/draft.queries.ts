import { db, type Tx } from "@/lib/database/client";
import { labelsOf } from "@/lib/moderation/queue/case.queries";
import { isAdmin, type Person } from "@/lib/people/person.policy";
import { canDraft, type DraftFacts } from "@/lib/strategies/drafts/draft.policy";
import { type KeptAbout, typedDay, whatIsMissing } from "@/lib/strategies/drafts/draft.rules";
import { block, type DraftSection, draftSections, keptAbout } from "@/lib/strategies/drafts/draft.schema";
import type { PublishedSection } from "@/lib/strategies/drafts/paragraph-matching";
import { bodyTitle } from "@/lib/strategies/strategy.rules";
import { countConversations } from "@/lib/strategies/versions/thread-count.queries";
import type { ModerationMode, Phase } from "@/prisma/generated/enums";

/** A strategy whose versions a person may write. */
export type OwnStrategy = {
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
  newest: number;
  hasDraft: boolean;
};

const ownColumns = {
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

type OwnRow = Omit<OwnStrategy, "kindName" | "leadTitle" | "newest" | "hasDraft"> & {
  kind: { name: string };
  leadBody: { name: string; kind: { short: string } };
  versions: { number: number }[];
  draft: object | null;
};

const ownView = ({ kind, leadBody, versions, draft, ...row }: OwnRow): OwnStrategy => ({
  ...row,
  kindName: kind.name,
  leadTitle: bodyTitle(leadBody),
  newest: versions[0]?.number ?? 0,
  hasDraft: draft !== null,
});

/** Every strategy whose versions this person may write, by area. */
export async function listOwnStrategies(person: Person): Promise<OwnStrategy[]> {
  const bodies = person.grants.flatMap(({ role, bodyId }) => (role === "officer" && bodyId ? [bodyId] : []));
  const rows = await db().strategy.findMany({
    where: isAdmin(person) ? {} : { leadBodyId: { in: bodies } },
    orderBy: { areaName: "asc" },
    select: ownColumns,
  });
  return rows.map(ownView);
}

/** One of them; null when it is not there or not theirs. */
export async function getOwnStrategy(person: Person, slug: string, tx: Tx = db()): Promise<OwnStrategy | null> {
  const row = await tx.strategy.findUnique({ where: { id: slug }, select: ownColumns });
  return row && canDraft(person, row) ? ownView(row) : null;
}

/** The draft of a strategy's next version, for those who may write it. */
export type DraftView = DraftFacts & {
  strategy: OwnStrategy;
  version: number;
  about: KeptAbout;
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
  const strategy = await getOwnStrategy(person, slug, tx);
  const row = strategy && (await tx.strategyDraft.findUnique({ where: { strategyId: slug } }));
  if (!row) return null;
  const { about, sections } = parseDraft(row);
  const labels = await labelsOf([row.editedById, row.checkedById ?? ""], tx);
  return {
    strategy,
    version: row.version,
    about,
    sections,
    opensAt: row.opensAt,
    editedById: row.editedById,
    checkedById: row.checkedById,
    missing: whatIsMissing(about, sections, now),
    editedBy: labels.get(row.editedById) ?? "A colleague",
    checkedBy: row.checkedById && (labels.get(row.checkedById) ?? "A colleague"),
  };
}

/** What is kept of a draft, in its shape. */
export const parseDraft = (row: { about: unknown; sections: unknown }) => ({
  about: keptAbout.parse(row.about),
  sections: draftSections.parse(row.sections),
});

/** The newest published version as a draft would begin: its words, under their own ids. */
export async function newestAsDraft(
  strategyId: string,
  tx: Tx,
  newKey: () => string,
): Promise<{ about: KeptAbout; sections: DraftSection[] }> {
  const strategy = await tx.strategy.findUniqueOrThrow({
    where: { id: strategyId },
    select: { summary: true, canChange: true, contact: true, closesAt: true, moderation: true },
  });
  const { summary, canChange, contact, closesAt, moderation } = strategy;
  const about = { summary: summary ?? "", canChange: canChange ?? "", contact: contact ?? "", moderation };
  const sections = await listNewest(strategyId, tx);
  return {
    about: { ...about, title: "", note: null, closesOn: typedDay(closesAt) },
    sections: sections.map((section) => asDraft(section, newKey)),
  };
}

/** A section of a published version as a draft begins with it. */
export const asDraft = (
  { id: sectionId, paragraphs, ...words }: NewestSection,
  newKey: () => string,
): DraftSection => ({
  ...words,
  key: newKey(),
  sectionId,
  paragraphs: paragraphs.map(({ id, text, block: kept }) => ({
    key: newKey(),
    paragraphId: id,
    text,
    block: kept === null ? null : block.parse(kept),
  })),
});

type NewestSection = Omit<PublishedSection, "paragraphs"> &
  Pick<DraftSection, "summary" | "foundationId" | "themeIds" | "canChange"> & {
    paragraphs: { id: string; text: string; block: unknown }[];
  };

/** The sections and paragraphs of the newest published version, in order. */
export async function listNewest(strategyId: string, tx: Tx): Promise<NewestSection[]> {
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
      .map(({ paragraphId: id, text, block: kept }) => ({ id, text, block: kept })),
  }));
}

/** How a draft's paragraphs go on from those of the newest version. */
export type Matching = {
  version: number;
  /** So many are as before. */
  same: number;
  /** New or changed; `before` is what the one that it goes on from said, `label` is that one in a list. */
  others: {
    key: string;
    section: string;
    text: string;
    paragraphId: string | null;
    before: string | null;
    label: string;
  }[];
  /** Those of the newest version that nothing goes on from. */
  gone: { id: string; label: string; threads: number }[];
};

/** Null when there is no draft, or it is not for this person. */
export async function getMatching(person: Person, slug: string): Promise<Matching | null> {
  const draft = await getDraft(person, slug);
  if (!draft) return null;
  const newest = await listNewest(slug, db());
  const olds = newest.flatMap(({ title, paragraphs }) =>
    paragraphs.map(({ id, text }) => ({
      id,
      text,
      label: `${title}: ${text.length > 60 ? `${text.slice(0, 60).trim()} …` : text}`,
    })),
  );
  const oldOf = new Map(olds.map((old) => [old.id, old]));
  const all = draft.sections.flatMap(({ title, paragraphs }) =>
    paragraphs.map(({ key, text, paragraphId }) => {
      const old = oldOf.get(paragraphId ?? "");
      return { key, section: title, text, paragraphId, before: old?.text ?? null, label: old?.label ?? "" };
    }),
  );
  const goesOn = new Set(all.map(({ paragraphId }) => paragraphId));
  const gone = olds.filter(({ id }) => !goesOn.has(id));
  const threads = await countConversations(
    newest.map(({ id }) => id),
    gone.map(({ id }) => id),
  );
  return {
    version: draft.version,
    same: all.filter(({ text, before }) => text === before).length,
    others: all.filter(({ text, before }) => text !== before),
    gone: gone.map(({ id, label }) => ({ id, label, threads: threads.get(id) ?? 0 })),
  };
}
