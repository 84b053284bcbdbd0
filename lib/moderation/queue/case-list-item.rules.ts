import { describeHits } from "@/lib/moderation/checks/check.rules";
import type { CaseKind, CommentState } from "@/prisma/generated/enums";

/** A case as lists show it. `text` is that of the revision to decide on. */
export type CaseListItem = {
  id: string;
  kind: CaseKind;
  strategyId: string;
  areaName: string;
  sectionTitle: string;
  alias: string;
  text: string;
  openedAt: Date;
  dueAt: Date;
  /** Null for a second look, which does not show what was decided. */
  commentState: CommentState | null;
  /** The comment's version, which a decision names; 1 for a second look. */
  version: number;
  isDistressing: boolean;
  /** Somebody may be at risk of harming themselves. */
  isAtRisk: boolean;
  /** What the automatic checks found, as reps see it. */
  found: string[];
  /** The account that has claimed it, while the claim lasts. */
  claimedById: string | null;
};

export const caseListColumns = {
  id: true,
  kind: true,
  revision: true,
  strategyId: true,
  openedAt: true,
  dueAt: true,
  isDistressing: true,
  isAtRisk: true,
  hits: { select: { check: true, start: true, end: true }, orderBy: { start: "asc" } },
  claimedById: true,
  claimedUntil: true,
  strategy: { select: { areaName: true } },
  comment: {
    select: {
      state: true,
      version: true,
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

type CaseListRow = Omit<
  CaseListItem,
  "found" | "areaName" | "sectionTitle" | "alias" | "text" | "commentState" | "version"
> & {
  revision: number;
  claimedUntil: Date | null;
  hits: { check: string }[];
  strategy: { areaName: string };
  comment: {
    state: CommentState;
    version: number;
    participant: { alias: string };
    revisions: { number: number; text: string }[];
    thread: { section: { versions: { title: string }[] } };
  };
};

export function toCaseListItem({
  strategy,
  comment,
  revision,
  claimedById,
  claimedUntil,
  ...row
}: CaseListRow): CaseListItem {
  const isSecondLook = row.kind === "second_look";
  return {
    id: row.id,
    kind: row.kind,
    strategyId: row.strategyId,
    openedAt: row.openedAt,
    dueAt: row.dueAt,
    isDistressing: row.isDistressing,
    isAtRisk: row.isAtRisk,
    found: describeHits(row.hits),
    areaName: strategy.areaName,
    alias: comment.participant.alias,
    commentState: isSecondLook ? null : comment.state,
    version: isSecondLook ? 1 : comment.version,
    text: comment.revisions.find(({ number }) => number === revision)?.text ?? "",
    sectionTitle: comment.thread.section.versions[0]?.title ?? "",
    claimedById: claimedUntil && claimedUntil > new Date() ? claimedById : null,
  };
}
