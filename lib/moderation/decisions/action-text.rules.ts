import type { ModerationAction } from "@/prisma/generated/enums";

type ActionText = {
  /** On the button, for reps. */
  button: string;
  /** In histories, for reps. */
  done: string;
  /** After the name of the rep who decided. */
  phrase: string;
  /** In the public record. */
  record: string;
};

/** How each action is named. What its author reads is in author-notice.rules.ts. */
export const actionText: Record<ModerationAction, ActionText> = {
  publish: {
    button: "Publish",
    done: "Published",
    phrase: "published it",
    record: "Published",
  },
  return: {
    button: "Return to its author",
    done: "Returned to its author",
    phrase: "returned it to its author",
    record: "Sent back to its author",
  },
  reject: {
    button: "Reject",
    done: "Not published",
    phrase: "did not publish it",
    record: "Not published",
  },
  redact: {
    button: "Mask words",
    done: "Text masked",
    phrase: "masked some of its words",
    record: "Some text masked",
  },
  remove: {
    button: "Remove",
    done: "Removed",
    phrase: "removed it",
    record: "Removed",
  },
  lock: {
    button: "Lock the conversation",
    done: "Conversation locked",
    phrase: "locked its conversation",
    record: "Conversation closed",
  },
  unlock: {
    button: "Unlock the conversation",
    done: "Conversation unlocked",
    phrase: "opened its conversation again",
    record: "Conversation opened again",
  },
  uphold: {
    button: "Uphold the appeal",
    done: "Appeal upheld",
    phrase: "upheld the appeal",
    record: "Changed after an appeal",
  },
  dismiss: {
    button: "Leave it as it is",
    done: "Left as it was",
    phrase: "left it as it was",
    record: "Left as it was",
  },
  warn: {
    button: "Warn its author",
    done: "Author warned",
    phrase: "warned its author",
    record: "Author warned",
  },
  pre_moderate: {
    button: "Have its author’s comments wait for a rep",
    done: "Author’s comments wait for a rep",
    phrase: "had its author’s comments wait for a rep",
    record: "Author’s comments wait for a rep for a time",
  },
  suspend: {
    button: "Suspend its author",
    done: "Author suspended",
    phrase: "suspended its author",
    record: "Author suspended for a time",
  },
  agree: {
    button: "I would have decided the same",
    done: "Second look: decided rightly",
    phrase: "agreed with the decision",
    record: "A second rep agreed with an earlier decision",
  },
  disagree: {
    button: "I would have decided otherwise",
    done: "Second look: should have been decided otherwise",
    phrase: "disagreed with the decision",
    record: "A second rep disagreed with an earlier decision",
  },
  take_back: {
    button: "Take it back",
    done: "Decision taken back",
    phrase: "took the decision back",
    record: "A rep took back their own decision",
  },
  reopen: {
    button: "Open the case again",
    done: "Opened again",
    phrase: "opened the case again",
    record: "Another rep opened the case again",
  },
};

/** The button of an action on a comment that is held, or not. */
export const actionButton = (action: ModerationAction, isHeld: boolean): string =>
  action === "redact" && isHeld ? "Mask and publish" : actionText[action].button;
