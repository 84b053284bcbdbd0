import { type CaseKind, CommentState, type ModerationAction } from "@/prisma/generated/enums";

export type Transition = {
  kinds: readonly CaseKind[];
  from: CommentState;
  action: ModerationAction;
  to: CommentState;
  needsReason: boolean;
  /** Whether the rep marks spans of the text. */
  spans?: "required" | "optional";
  /** The case stays open, because the action is about the thread. */
  leavesCaseOpen?: true;
};

const firstReviewKinds = ["pre_moderation", "check"] as const;
const reportKinds = ["check", "report", "illegal"] as const;
const commentKinds = ["pre_moderation", "check", "report", "illegal", "appeal"] as const;

/** An appeal against a sanction leaves the comment as it is, in every state. */
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

/** A second look records whether a rep of another union agrees, and leaves the comment as it is. */
function secondLookTransitions(state: CommentState): Transition[] {
  const kinds = ["second_look"] as const;
  return [
    { kinds, from: state, action: "agree", to: state, needsReason: false },
    { kinds, from: state, action: "disagree", to: state, needsReason: true },
  ];
}

/** What a rep may do to a comment, by the kind of case and the comment's state. Nothing else is allowed. */
export const transitions: readonly Transition[] = [
  { kinds: firstReviewKinds, from: "held", action: "publish", to: "ready", needsReason: false },
  { kinds: firstReviewKinds, from: "held", action: "return", to: "returned", needsReason: true, spans: "optional" },
  { kinds: firstReviewKinds, from: "held", action: "reject", to: "rejected", needsReason: true },
  { kinds: firstReviewKinds, from: "held", action: "redact", to: "ready", needsReason: true, spans: "required" },
  { kinds: ["illegal"], from: "held", action: "publish", to: "ready", needsReason: false },
  { kinds: ["illegal"], from: "held", action: "redact", to: "ready", needsReason: true, spans: "required" },
  { kinds: ["illegal"], from: "held", action: "remove", to: "removed", needsReason: true },
  { kinds: ["check"], from: "ready", action: "dismiss", to: "ready", needsReason: false },
  { kinds: ["check"], from: "ready", action: "redact", to: "ready", needsReason: true, spans: "required" },
  { kinds: ["check"], from: "ready", action: "remove", to: "removed", needsReason: true },
  { kinds: reportKinds, from: "published", action: "dismiss", to: "published", needsReason: false },
  { kinds: reportKinds, from: "published", action: "redact", to: "published", needsReason: true, spans: "required" },
  { kinds: reportKinds, from: "published", action: "remove", to: "removed", needsReason: true },
  { kinds: ["appeal"], from: "rejected", action: "uphold", to: "ready", needsReason: true },
  { kinds: ["appeal"], from: "rejected", action: "dismiss", to: "rejected", needsReason: true },
  { kinds: ["appeal"], from: "removed", action: "uphold", to: "ready", needsReason: true },
  { kinds: ["appeal"], from: "removed", action: "dismiss", to: "removed", needsReason: true },
  ...Object.values(CommentState).flatMap(sanctionAppealTransitions),
  ...(["ready", "published", "rejected", "removed"] as const).flatMap(secondLookTransitions),
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

/** The transition of an action; null when this kind of case does not allow it in this state. */
export function findTransition(kind: CaseKind, from: CommentState, action: ModerationAction): Transition | null {
  return (
    transitions.find(
      (transition) => transition.kinds.includes(kind) && transition.from === from && transition.action === action,
    ) ?? null
  );
}

/** All transitions that this kind of case allows in this state. */
export function transitionsFor(kind: CaseKind, from: CommentState): Transition[] {
  return transitions.filter((transition) => transition.kinds.includes(kind) && transition.from === from);
}

/** Whether this kind of case can be decided while the comment is in this state. */
export const isDecidable = (kind: CaseKind, state: CommentState): boolean =>
  transitionsFor(kind, state).some(({ leavesCaseOpen }) => !leavesCaseOpen);

/** Whether a comment is published, or will be with the next edition. */
export const isPublishable = (state: CommentState): boolean => state === "published" || state === "ready";

/** Actions on the thread or the author, which leave the comment as it is. */
export const actionsBesideComment: ModerationAction[] = ["lock", "unlock", "warn", "pre_moderate", "suspend"];

/** What readers see of a comment in each state: of those that were published before, a tombstone shows what became of it. */
const publicStates: Record<CommentState, string> = {
  published: "its text",
  held: "hidden",
  ready: "hidden",
  returned: "hidden",
  rejected: "hidden",
  removed: "removed",
  withdrawn: "withdrawn",
};

/** Whether a transition changes what readers see at once. Until its first edition (`week`), nothing of a comment is public. */
export const isPublicChange = (
  { week, state }: { week: Date | null; state: CommentState },
  to: CommentState,
): boolean => week !== null && publicStates[state] !== publicStates[to];

/** The fields of a comment that a transition reads. */
export type CommentForTransition = {
  id: string;
  state: CommentState;
  version: number;
  revision: number;
  threadId: string;
  strategyId: string;
  lepId: string | null;
  week: Date | null;
};

/** Selects a `CommentForTransition`. */
export const transitionColumns = {
  id: true,
  state: true,
  version: true,
  revision: true,
  threadId: true,
  strategyId: true,
  lepId: true,
  week: true,
} as const;
