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

/** A case as queries read it. */
export type CaseListRow = Omit<CaseListItem, "found" | "commentState"> & {
  commentState: CommentState;
  claimedUntil: Date | null;
  hits: readonly { check: string }[];
};

export function toCaseListItem(row: CaseListRow, now = new Date()): CaseListItem {
  const isSecondLook = row.kind === "second_look";
  const { id, kind, strategyId, areaName, sectionTitle, alias, text, openedAt, dueAt } = row;
  return {
    ...{ id, kind, strategyId, areaName, sectionTitle, alias, text, openedAt, dueAt },
    isDistressing: row.isDistressing,
    isAtRisk: row.isAtRisk,
    found: describeHits(row.hits),
    commentState: isSecondLook ? null : row.commentState,
    version: isSecondLook ? 1 : row.version,
    claimedById: row.claimedUntil && row.claimedUntil > now ? row.claimedById : null,
  };
}
