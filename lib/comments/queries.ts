import { z } from "zod";
import { whyNoChange } from "@/lib/comments/revising/rules";
import { cursorText } from "@/lib/comments/rules";
import type { Cursor } from "@/lib/comments/schema";
import { db, type Tx } from "@/lib/db";
import { besideDeeds } from "@/lib/moderation/moves/rules";
import { ownerIndexOf } from "@/lib/people/participants/queries";
import type { Person } from "@/lib/people/policy";
import { isLeadCounted, type Lead } from "@/lib/strategies/rules";
import { type CommentState, ModerationMode, Phase, type Stance } from "@/prisma/generated/enums";

/** A comment as everybody sees it. A tombstone has no text, stance or themes. */
export type CommentView = {
  id: string;
  threadId: string;
  isReply: boolean;
  alias: string;
  /** held: it was published, and a report of illegal content took it off its page for a time. */
  state: "published" | "held" | "removed" | "withdrawn";
  text: string;
  isRedacted: boolean;
  stance: Stance | null;
  /** Monday of the week of publication, YYYY-MM-DD. */
  week: string;
  themes: { id: string; name: string }[];
  lep: string | null;
  source: "participant" | "meeting_record" | "import";
  agrees: number;
  disagrees: number;
  passes: number;
};

export type ThreadView = { id: string; state: "open" | "locked" | "archived"; replyCount: number; first: CommentView };
export type Page<Item> = { items: Item[]; next: string | null };

export const threadsPerPage = 20;
export const repliesPerPage = 49; // with the first comment, fifty

// what anybody may see: published, and the tombstones of what was
const shownStates: CommentState[] = ["published", "held", "removed", "withdrawn"];
const visibleToAll = { state: { in: shownStates }, week: { not: null } };

/** What a view is made of. */
export const viewColumns = {
  id: true,
  threadId: true,
  isReply: true,
  state: true,
  text: true,
  isRedacted: true,
  stance: true,
  week: true,
  source: true,
  agrees: true,
  disagrees: true,
  passes: true,
  participant: { select: { alias: true } },
  themes: { select: { theme: { select: { id: true, name: true } } }, orderBy: { theme: { position: "asc" } } },
  lep: { select: { name: true } },
} as const;

type Row = Omit<CommentView, "alias" | "state" | "week" | "themes" | "lep"> & {
  state: CommentState;
  week: Date | null;
  participant: { alias: string };
  themes: { theme: { id: string; name: string } }[];
  lep: { name: string } | null;
};

/** A comment as everybody sees it, of its row. */
export function view({ participant, themes, lep, week, state, ...row }: Row): CommentView {
  const isThere = state === "published";
  return {
    ...row,
    state: state as CommentView["state"],
    alias: participant.alias,
    text: isThere ? row.text : "",
    stance: isThere ? row.stance : null,
    themes: isThere ? themes.map(({ theme }) => theme) : [],
    week: week?.toISOString().slice(0, 10) ?? "",
    lep: lep?.name ?? null,
  };
}

export type ThreadPage = Omit<ThreadView, "replyCount"> & {
  strategyId: string;
  section: { number: number };
  /** The one that it is on, when it is on one. */
  paragraphId: string | null;
  replies: Page<CommentView>;
};

/** A thread with its first comment and a page of replies, oldest week first. Null when it is not there to be seen. */
export async function getThread(slug: string, id: string, after: Cursor | null): Promise<ThreadPage | null> {
  const thread = await db().thread.findFirst({
    where: { id, strategyId: slug, week: { not: null } },
    select: {
      id: true,
      state: true,
      strategyId: true,
      section: { select: { number: true } },
      paragraphId: true,
      comments: { where: { isReply: false, ...visibleToAll }, select: viewColumns },
    },
  });
  const first = thread?.comments[0];
  if (!thread || !first) return null;
  const rows = await db().comment.findMany({
    where: {
      threadId: id,
      isReply: true,
      ...visibleToAll,
      ...(after && { OR: [{ week: { gt: after.week } }, { week: after.week, id: { gt: after.id } }] }),
    },
    orderBy: [{ week: "asc" }, { id: "asc" }],
    take: repliesPerPage + 1,
    select: viewColumns,
  });
  const shown = rows.slice(0, repliesPerPage);
  const last = shown.at(-1);
  const next = rows.length > shown.length && last?.week ? cursorText(last.week, last.id) : null;
  const { comments, ...facts } = thread;
  return { ...facts, first: view(first), replies: { items: shown.map(view), next } };
}

/** A page of published comments of a strategy (or under a LEP), newest week first. */
export async function listPublishedComments(
  of: { strategyId: string } | { lepId: string },
  after: Cursor | null,
  take: number,
): Promise<Page<CommentView & { strategyId: string; sectionNumber: number }>> {
  const rows = await db().comment.findMany({
    where: { ...of, state: "published", ...(after && afterCursor(after)) },
    orderBy: [{ week: "desc" }, { id: "asc" }],
    take: take + 1,
    select: { ...viewColumns, strategyId: true, thread: { select: { section: { select: { number: true } } } } },
  });
  const shown = rows.slice(0, take);
  const last = shown.at(-1);
  return {
    items: shown.map(({ strategyId, thread, ...row }) => ({
      ...view(row),
      strategyId,
      sectionNumber: thread.section.number,
    })),
    next: rows.length > shown.length && last?.week ? cursorText(last.week, last.id) : null,
  };
}

const afterCursor = (after: Cursor) => ({
  OR: [{ week: { lt: after.week } }, { week: after.week, id: { gt: after.id } }],
});

/** The participants that a person is: the one of their receipt, or one in each strategy of their account. */
export async function ownParticipantIds(person: Person): Promise<string[]> {
  if (person.participantId) return [person.participantId];
  const { accountId } = person;
  if (!accountId) return [];
  const strategies = await db().strategy.findMany({ select: { id: true } });
  const indexes = strategies.map(({ id }) => ownerIndexOf(accountId, id));
  const participants = await db().participant.findMany({
    where: { ownerIndex: { in: indexes } },
    select: { id: true },
  });
  return participants.map(({ id }) => id);
}

/** What a form already wrote, if it was sent before. */
export async function findByForm(formId: string) {
  const comment = await db().comment.findUnique({
    where: { formId },
    select: {
      id: true,
      strategyId: true,
      state: true,
      participant: { select: { id: true, alias: true, receiptHash: true } },
    },
  });
  if (!comment) return null;
  const { id: commentId, strategyId, state, participant } = comment;
  return {
    commentId,
    strategyId,
    state,
    participantId: participant.id,
    alias: participant.alias,
    receiptHash: participant.receiptHash,
  };
}

const openColumns = {
  phase: true,
  moderation: true,
  closesAt: true,
  bodies: { where: { body: { isCounted: true } }, select: { bodyId: true } },
  leadBody: { select: { id: true, isCounted: true, hasMayor: true } },
  versions: { where: { publishedAt: { not: null } }, orderBy: { number: "desc" }, take: 1, select: { id: true } },
} as const;

const openSection = z.object({
  sectionId: z.string(),
  versionId: z.string(),
  foundationId: z.string().nullable(),
  phase: z.enum(Phase),
  closesAt: z.date().nullable(),
  mode: z.enum(ModerationMode),
  lepIds: z.array(z.string()),
  district: z.object({ viaBodies: z.array(z.string()), on2017: z.boolean(), on2021: z.boolean() }).nullable(),
});

/** What a command needs to know of a section before it takes a comment; null when it is not in the newest version. */
export async function getOpenSection(slug: string, number: number, districtId: string | null) {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT s.id AS "sectionId", v.id AS "versionId", w."foundationId", t.phase, t."closesAt", t.moderation AS mode,
      ARRAY(SELECT b.id FROM bodies b WHERE b."isCounted" AND (b.id IN (SELECT "bodyId" FROM strategy_bodies WHERE "strategyId" = t.id)
        OR b.id = t."leadBodyId" AND NOT (b."hasMayor" AND EXISTS (SELECT FROM strategy_bodies WHERE "strategyId" = t.id)))) AS "lepIds",
      (SELECT jsonb_build_object('viaBodies', d."viaBodies", 'on2017', d."on2017", 'on2021', d."on2021")
        FROM strategy_districts d
        WHERE d."strategyId" = t.id AND d."districtId" = ${districtId} AND d.role <> 'former_lep_area') AS district
    FROM strategies t
    JOIN sections s ON s."strategyId" = t.id AND s.number = ${number}
    JOIN LATERAL (SELECT id FROM versions WHERE "strategyId" = t.id AND "publishedAt" IS NOT NULL
      ORDER BY number DESC LIMIT 1) v ON true
    JOIN version_sections w ON w."versionId" = v.id AND w."sectionId" = s.id
    WHERE t.id = ${slug}`;
  return rows.length ? { strategyId: slug, ...openSection.parse(rows[0]) } : null;
}

/** Whether a version has this paragraph in this section. */
export async function isParagraphOf(
  place: { versionId: string; sectionId: string },
  paragraphId: string,
): Promise<boolean> {
  const { versionId, sectionId } = place;
  return (await db().versionParagraph.count({ where: { versionId, sectionId, paragraphId } })) > 0;
}

/** What a command needs to know of a thread before it takes a reply; null when nobody may see it. */
export async function getOpenThread(slug: string, threadId: string) {
  const thread = await db().thread.findFirst({
    where: { id: threadId, strategyId: slug, week: { not: null } },
    select: {
      state: true,
      section: { select: { id: true, versions: { select: { versionId: true, foundationId: true } } } },
      comments: { where: { isReply: false }, select: { state: true } },
      strategy: { select: openColumns },
    },
  });
  const version = thread?.strategy.versions[0];
  if (!thread || !version) return null;
  const { phase, closesAt, moderation: mode } = thread.strategy;
  const foundationId = thread.section.versions.find(({ versionId }) => versionId === version.id)?.foundationId ?? null;
  return {
    strategyId: slug,
    sectionId: thread.section.id,
    versionId: version.id,
    foundationId,
    phase,
    closesAt,
    mode,
    state: thread.state,
    isFirstShown: thread.comments[0]?.state === "published",
    lepIds: lepIds(thread.strategy),
  };
}

function lepIds(strategy: { bodies: { bodyId: string }[]; leadBody: Lead & { id: string } }): string[] {
  const ids = strategy.bodies.map(({ bodyId }) => bodyId);
  return [...new Set(isLeadCounted(strategy.leadBody, ids) ? [strategy.leadBody.id, ...ids] : ids)];
}

export type OwnComment = {
  id: string;
  threadId: string;
  strategyId: string;
  areaName: string;
  alias: string;
  sectionNumber: number;
  state: CommentState;
  /** What was last written; blank when withdrawn. */
  text: string;
  reason: string | null;
  toAuthor: string | null;
  isReply: boolean;
  canChange: boolean;
};

/** A person's own comments with what became of each, by strategy, a page of 20; then by id, for no order of time is kept. */
export async function listOwn(person: Person, after: string | null): Promise<Page<OwnComment>> {
  const ownIds = await ownParticipantIds(person);
  const from = after
    ? await db().comment.findFirst({
        where: { id: after, participantId: { in: ownIds } },
        select: { id: true, strategyId: true },
      })
    : null;
  const rows = await db().comment.findMany({
    where: {
      participantId: { in: ownIds },
      ...(from && {
        OR: [{ strategyId: { gt: from.strategyId } }, { strategyId: from.strategyId, id: { gt: from.id } }],
      }),
    },
    orderBy: [{ strategyId: "asc" }, { id: "asc" }],
    take: threadsPerPage + 1,
    select: {
      id: true,
      threadId: true,
      strategyId: true,
      state: true,
      isReply: true,
      participant: { select: { alias: true } },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { text: true, createdAt: true } },
      thread: { select: { section: { select: { number: true } }, strategy: { select: { areaName: true } } } },
    },
  });
  const shown = rows.slice(0, threadsPerPage);
  const decisions = await listLastDecisions(shown.map(({ id }) => id));
  const items = shown.map(({ participant, revisions, thread, ...row }) => {
    const decision = decisions.find(({ commentId }) => commentId === row.id);
    return {
      ...row,
      alias: participant.alias,
      areaName: thread.strategy.areaName,
      sectionNumber: thread.section.number,
      text: revisions[0]?.text ?? "",
      canChange:
        whyNoChange({ state: row.state, writtenAt: revisions[0]?.createdAt ?? new Date(0) }, new Date()) === null,
      reason: decision?.reason ?? null,
      toAuthor: decision?.note?.toAuthor ?? null,
    };
  });
  return { items, next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null };
}

/** Of each comment the last decision on the comment itself: not on its thread, nor on its author. */
function listLastDecisions(commentIds: string[]) {
  return db().decision.findMany({
    where: { commentId: { in: commentIds }, deed: { notIn: besideDeeds } },
    orderBy: [{ commentId: "asc" }, { sequence: "desc" }],
    distinct: ["commentId"],
    select: { commentId: true, reason: true, note: { select: { toAuthor: true } } },
  });
}

/** The foundation that a section has in the newest published version. */
export async function foundationOf(strategyId: string, sectionId: string, tx: Tx): Promise<string | null> {
  const section = await tx.versionSection.findFirst({
    where: { sectionId, version: { strategyId, publishedAt: { not: null } } },
    orderBy: { version: { number: "desc" } },
    select: { foundationId: true },
  });
  return section?.foundationId ?? null;
}
