import { type CaseKind, CommentState, type ModerationAction, type Stance } from "@/prisma/generated/enums";

export type Transition = {
  kinds: readonly CaseKind[];
  from: CommentState;
  action: ModerationAction;
  to: CommentState;
  needsReason: boolean;
  /** The words it is about are pointed at. */
  spans?: "required" | "optional";
  /** The case stays open: the action is about the thread. */
  leavesCaseOpen?: true;
};

const firstReviewKinds = ["pre_moderation", "check"] as const;
const reportKinds = ["check", "report", "illegal"] as const;
const commentKinds = ["pre_moderation", "check", "report", "illegal", "appeal"] as const;

/** An appeal against a sanction leaves the comment as it is, whatever has become of it. */
function sanctionAppealTransitions(state: CommentState): Transition[] {
  const kinds = ["sanction_appeal"] as const;
  return (["uphold", "dismiss"] as const).map((action) => ({
    kinds,
    from: state,
    action,
    to: state,
    needsReason: true,
  }));
}

/** A second look says whether a rep of another union would have decided the same, and leaves the comment as it is. */
function secondLookTransitions(state: CommentState): Transition[] {
  const kinds = ["second_look"] as const;
  return [
    { kinds, from: state, action: "agree", to: state, needsReason: false },
    { kinds, from: state, action: "disagree", to: state, needsReason: true },
  ];
}

/** What a rep may do to a comment, by the kind of case and the comment's state. All else is not allowed. */
export const transitions: readonly Transition[] = [
  { kinds: firstReviewKinds, from: "held", action: "publish", to: "published", needsReason: false },
  { kinds: firstReviewKinds, from: "held", action: "return", to: "returned", needsReason: true, spans: "optional" },
  { kinds: firstReviewKinds, from: "held", action: "reject", to: "rejected", needsReason: true },
  { kinds: ["illegal"], from: "held", action: "publish", to: "published", needsReason: false },
  { kinds: ["illegal"], from: "held", action: "remove", to: "removed", needsReason: true },
  { kinds: reportKinds, from: "published", action: "dismiss", to: "published", needsReason: false },
  { kinds: reportKinds, from: "published", action: "redact", to: "published", needsReason: true, spans: "required" },
  { kinds: reportKinds, from: "published", action: "remove", to: "removed", needsReason: true },
  { kinds: ["appeal"], from: "rejected", action: "uphold", to: "published", needsReason: true },
  { kinds: ["appeal"], from: "rejected", action: "dismiss", to: "rejected", needsReason: true },
  { kinds: ["appeal"], from: "removed", action: "uphold", to: "published", needsReason: true },
  { kinds: ["appeal"], from: "removed", action: "dismiss", to: "removed", needsReason: true },
  ...Object.values(CommentState).flatMap(sanctionAppealTransitions),
  ...(["published", "rejected", "removed"] as const).flatMap(secondLookTransitions),
  { kinds: commentKinds, from: "published", action: "lock", to: "published", needsReason: true, leavesCaseOpen: true },
  {
    kinds: commentKinds,
    from: "published",
    action: "unlock",
    to: "published",
    needsReason: true,
    leavesCaseOpen: true,
  },
];

/** The transition, or null when such a case of a comment in this state allows no such action. */
export function findTransition(kind: CaseKind, from: CommentState, action: ModerationAction): Transition | null {
  return (
    transitions.find(
      (transition) => transition.kinds.includes(kind) && transition.from === from && transition.action === action,
    ) ?? null
  );
}

/** All transitions that such a case of a comment in this state allows. */
export function transitionsFor(kind: CaseKind, from: CommentState): Transition[] {
  return transitions.filter((transition) => transition.kinds.includes(kind) && transition.from === from);
}

/** Whether such a case can still be decided once the comment is in this state. */
export const isDecidable = (kind: CaseKind, state: CommentState): boolean =>
  transitionsFor(kind, state).some(({ leavesCaseOpen }) => !leavesCaseOpen);

/** Actions that are about the thread or the author: the comment stays as it is. */
export const actionsBesideComment: ModerationAction[] = ["lock", "unlock", "warn", "pre_moderate", "suspend"];

/** What a transition needs to know of a comment. */
export type CommentForTransition = {
  id: string;
  state: CommentState;
  version: number;
  revision: number;
  isReply: boolean;
  threadId: string;
  strategyId: string;
  lepId: string | null;
  stance: Stance | null;
  week: Date | null;
  themes: { themeId: string }[];
  thread: { sectionId: string; week: Date | null };
};

/** The columns of CommentForTransition. */
export const transitionColumns = {
  id: true,
  state: true,
  version: true,
  revision: true,
  isReply: true,
  threadId: true,
  strategyId: true,
  lepId: true,
  stance: true,
  week: true,
  themes: { select: { themeId: true } },
  thread: { select: { sectionId: true, week: true } },
} as const;
