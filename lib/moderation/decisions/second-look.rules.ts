import { isPublishable } from "@/lib/moderation/decisions/transition.rules";
import type { CaseKind, CaseState, CommentState, ModerationAction } from "@/prisma/generated/enums";

/** What a rep decides in a second look, as if the comment were new: nothing shows yet what was decided. */
export const blindActions = ["publish", "reject"] as const;
export type BlindAction = (typeof blindActions)[number];

/** Whether a second look still hides the decision that it is about, and who took it. */
export const isBlind = ({ kind, state }: { kind: CaseKind; state: CaseState }): boolean =>
  kind === "second_look" && state === "open";

/**
 * What goes on record when a rep would have published a comment, or not.
 * @param reviewed the state to which the decision under review brought the comment
 */
export const secondLookAction = (choice: BlindAction, reviewed: CommentState): ModerationAction =>
  (choice === "publish") === isPublishable(reviewed) ? "agree" : "disagree";
