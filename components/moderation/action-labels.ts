import type { ModerationAction } from "@/prisma/generated/enums";

/** The labels of the buttons. */
export const actionButtonLabels: Record<ModerationAction, string> = {
  publish: "Publish",
  return: "Return to its author",
  reject: "Reject",
  redact: "Mask words",
  remove: "Remove",
  lock: "Lock the conversation",
  unlock: "Unlock the conversation",
  uphold: "Uphold the appeal",
  dismiss: "Leave it as it is",
  warn: "Warn its author",
  pre_moderate: "Have its author’s comments wait for a rep",
  suspend: "Suspend its author",
  agree: "I would have decided the same",
  disagree: "I would have decided otherwise",
};

/** The decisions in the past tense, for histories. */
export const actionDoneLabels: Record<ModerationAction, string> = {
  publish: "Published",
  return: "Returned to its author",
  reject: "Not published",
  redact: "Words masked",
  remove: "Removed",
  lock: "Conversation locked",
  unlock: "Conversation unlocked",
  uphold: "Appeal upheld",
  dismiss: "Left as it was",
  warn: "Author warned",
  pre_moderate: "Author’s comments wait for a rep",
  suspend: "Author suspended",
  agree: "Second look: decided rightly",
  disagree: "Second look: should have been decided otherwise",
};
