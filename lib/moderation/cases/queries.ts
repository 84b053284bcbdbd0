import { db, type Tx } from "@/lib/db";
import { visibleTo } from "@/lib/moderation/cases/scope";
import { movesFor, whyNotDecide } from "@/lib/moderation/decisions/policy";
import { findForDecision } from "@/lib/moderation/decisions/queries";
import type { Person } from "@/lib/people/policy";
import type { CaseKind, CommentState, Deed, Stance } from "@/prisma/generated/enums";

export const casesPerPage = 20;

export type CaseRow = {
  id: string;
  kind: CaseKind;
  strategyId: string;
  areaName: string;
  sectionTitle: string;
  alias: string;
  text: string;
  dueAt: Date;
  claimedBy: string | null;
};

/** A page of the open cases, the most urgent first. `after` is the id of the last one shown. */
export async function listQueue(
  person: Person,
  after: string | null,
): Promise<{ items: CaseRow[]; next: string | null }> {
  const from = after
    ? await db().case.findFirst({ where: { id: after, ...visibleTo(person) }, select: { dueAt: true } })
    : null;
  const rows = await db().case.findMany({
    where: {
      state: "open",
      ...visibleTo(person),
      ...(from && after && { OR: [{ dueAt: { gt: from.dueAt } }, { dueAt: from.dueAt, id: { gt: after } }] }),
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: casesPerPage + 1,
    select: caseColumns,
  });
  const items = rows.slice(0, casesPerPage).map(caseRow);
  return { items, next: rows.length > casesPerPage ? (items.at(-1)?.id ?? null) : null };
}

const caseColumns = {
  id: true,
  kind: true,
  revision: true,
  strategyId: true,
  dueAt: true,
  claimedById: true,
  claimedUntil: true,
  strategy: { select: { areaName: true } },
  comment: {
    select: {
      participant: { select: { alias: true } },
      revisions: { select: { number: true, text: true } },
      thread: {
        select: {
          section: {
            select: { versions: { select: { title: true }, orderBy: { version: { number: "desc" } }, take: 1 } },
          },
        },
      },
    },
  },
} as const;

type Row = {
  id: string;
  kind: CaseKind;
  revision: number;
  strategyId: string;
  dueAt: Date;
  claimedById: string | null;
  claimedUntil: Date | null;
  strategy: { areaName: string };
  comment: {
    participant: { alias: string };
    revisions: { number: number; text: string }[];
    thread: { section: { versions: { title: string }[] } };
  };
};

function caseRow({ strategy, comment, revision, claimedById, claimedUntil, ...row }: Row): CaseRow {
  return {
    id: row.id,
    kind: row.kind,
    strategyId: row.strategyId,
    dueAt: row.dueAt,
    areaName: strategy.areaName,
    alias: comment.participant.alias,
    text: comment.revisions.find(({ number }) => number === revision)?.text ?? "",
    sectionTitle: comment.thread.section.versions[0]?.title ?? "",
    claimedBy: claimedUntil && claimedUntil > new Date() ? claimedById : null,
  };
}

/** How many cases wait in a person's areas. */
export async function countQueue(person: Person): Promise<number> {
  return db().case.count({ where: { state: "open", ...visibleTo(person) } });
}

export type DecisionView = { deed: Deed; by: string; at: Date; reason: string | null };

export type CaseView = CaseRow & {
  state: "open" | "decided" | "lapsed";
  commentId: string;
  threadId: string;
  commentState: CommentState;
  version: number;
  isReply: boolean;
  stance: Stance | null;
  themes: string[];
  repliesTo: string | null;
  whyNot: string | null;
  /** What this person may do to it now. */
  deeds: Deed[];
  decisions: DecisionView[];
};

/** A case to read and decide, or how it was decided. Null when it is not there or not theirs to see. */
export async function getCase(person: Person, id: string): Promise<CaseView | null> {
  const found = await db().case.findFirst({
    where: { id, ...visibleTo(person) },
    select: {
      ...caseColumns,
      state: true,
      comment: {
        select: {
          ...caseColumns.comment.select,
          id: true,
          state: true,
          version: true,
          isReply: true,
          stance: true,
          threadId: true,
          themes: { select: { theme: { select: { name: true } } } },
          thread: {
            select: {
              ...caseColumns.comment.select.thread.select,
              comments: { where: { isReply: false }, select: { text: true } },
            },
          },
        },
      },
      decisions: {
        orderBy: { sequence: "desc" },
        select: { deed: true, decidedAt: true, reason: true, deciderId: true },
      },
    },
  });
  if (!found) return null;
  const { comment } = found;
  const facts = (await findForDecision(person, id))?.facts;
  if (!facts) return null;
  const labels = await labelsOf(found.decisions.map(({ deciderId }) => deciderId));
  return {
    ...caseRow(found),
    state: found.state,
    commentId: comment.id,
    threadId: comment.threadId,
    commentState: comment.state,
    version: comment.version,
    isReply: comment.isReply,
    stance: comment.stance,
    themes: comment.themes.map(({ theme }) => theme.name),
    repliesTo: comment.isReply ? (comment.thread.comments[0]?.text ?? null) : null,
    whyNot: whyNotDecide(person, facts),
    deeds: movesFor(person, facts).map(({ deed }) => deed),
    decisions: found.decisions.map(({ deed, decidedAt, reason, deciderId }) => ({
      deed,
      reason,
      at: decidedAt,
      by: labels.get(deciderId) ?? "a rep",
    })),
  };
}

/** How colleagues see these accounts. */
export async function labelsOf(accountIds: string[], tx: Tx = db()): Promise<Map<string, string>> {
  const accounts = await tx.account.findMany({
    where: { id: { in: accountIds } },
    select: { id: true, label: true },
  });
  return new Map(accounts.map(({ id, label }) => [id, label ?? "a rep"]));
}
