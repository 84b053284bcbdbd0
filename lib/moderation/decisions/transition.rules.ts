import { type CaseKind, CommentState, type Deed } from "@/prisma/generated/enums";

export type Move = {
  kinds: readonly CaseKind[];
  from: CommentState;
  deed: Deed;
  to: CommentState;
  needsReason: boolean;
  /** The words it is about are pointed at: "must" or "may". */
  spans?: "must" | "may";
  /** The case stays open: the deed is about the thread. */
  keepsCase?: true;
};

const firstLook = ["pre_moderation", "check"] as const;
const complaint = ["check", "flag", "illegal"] as const;
const any = ["pre_moderation", "check", "flag", "illegal", "appeal"] as const;

/** An appeal against a sanction leaves the comment as it is, whatever has become of it. */
function aboutSanction(state: CommentState): Move[] {
  const kinds = ["sanction_appeal"] as const;
  return (["uphold", "dismiss"] as const).map((deed) => ({ kinds, from: state, deed, to: state, needsReason: true }));
}

/** A second look says whether a rep of another union would have decided the same, and leaves the comment as it is. */
function secondLook(state: CommentState): Move[] {
  const kinds = ["second_look"] as const;
  return [
    { kinds, from: state, deed: "agree", to: state, needsReason: false },
    { kinds, from: state, deed: "disagree", to: state, needsReason: true },
  ];
}

/** What a rep may do to a comment, by the kind of case and the comment's state. All else is not allowed. */
export const moves: readonly Move[] = [
  { kinds: firstLook, from: "held", deed: "publish", to: "published", needsReason: false },
  { kinds: firstLook, from: "held", deed: "return", to: "returned", needsReason: true, spans: "may" },
  { kinds: firstLook, from: "held", deed: "reject", to: "rejected", needsReason: true },
  { kinds: ["illegal"], from: "held", deed: "publish", to: "published", needsReason: false },
  { kinds: ["illegal"], from: "held", deed: "remove", to: "removed", needsReason: true },
  { kinds: complaint, from: "published", deed: "dismiss", to: "published", needsReason: false },
  { kinds: complaint, from: "published", deed: "redact", to: "published", needsReason: true, spans: "must" },
  { kinds: complaint, from: "published", deed: "remove", to: "removed", needsReason: true },
  { kinds: ["appeal"], from: "rejected", deed: "uphold", to: "published", needsReason: true },
  { kinds: ["appeal"], from: "rejected", deed: "dismiss", to: "rejected", needsReason: true },
  { kinds: ["appeal"], from: "removed", deed: "uphold", to: "published", needsReason: true },
  { kinds: ["appeal"], from: "removed", deed: "dismiss", to: "removed", needsReason: true },
  ...Object.values(CommentState).flatMap(aboutSanction),
  ...(["published", "rejected", "removed"] as const).flatMap(secondLook),
  { kinds: any, from: "published", deed: "lock", to: "published", needsReason: true, keepsCase: true },
  { kinds: any, from: "published", deed: "unlock", to: "published", needsReason: true, keepsCase: true },
];

/** The move, or null when such a case of a comment in this state allows no such deed. */
export function findMove(kind: CaseKind, from: CommentState, deed: Deed): Move | null {
  return moves.find((move) => move.kinds.includes(kind) && move.from === from && move.deed === deed) ?? null;
}

/** All moves that such a case of a comment in this state allows. */
export function movesOf(kind: CaseKind, from: CommentState): Move[] {
  return moves.filter((move) => move.kinds.includes(kind) && move.from === from);
}

/** Whether such a case can still be decided once the comment is in this state. */
export const canDecide = (kind: CaseKind, state: CommentState): boolean =>
  movesOf(kind, state).some(({ keepsCase }) => !keepsCase);

/** Deeds that are about the thread or the author: the comment stays as it is. */
export const besideDeeds: Deed[] = ["lock", "unlock", "warn", "pre_moderate", "suspend"];
