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
    button: "Send back to author",
    done: "Sent back to author",
    phrase: "sent it back to the author",
    record: "Sent back to author",
  },
  reject: {
    button: "Reject",
    done: "Not published",
    phrase: "did not publish it",
    record: "Not published",
  },
  redact: {
    button: "Mask text",
    done: "Text masked",
    phrase: "masked some of its text",
    record: "Some text masked",
  },
  remove: {
    button: "Remove",
    done: "Removed",
    phrase: "removed it",
    record: "Removed",
  },
  lock: {
    button: "Lock the thread",
    done: "Thread locked",
    phrase: "locked its thread",
    record: "Thread locked",
  },
  unlock: {
    button: "Unlock the thread",
    done: "Thread unlocked",
    phrase: "unlocked its thread",
    record: "Thread unlocked",
  },
  uphold: {
    button: "Uphold the appeal",
    done: "Appeal upheld",
    phrase: "upheld the appeal",
    record: "Appeal upheld",
  },
  dismiss: {
    button: "Leave unchanged",
    done: "Left unchanged",
    phrase: "left it unchanged",
    record: "Left unchanged",
  },
  warn: {
    button: "Warn author",
    done: "Author warned",
    phrase: "warned the author",
    record: "Author warned",
  },
  pre_moderate: {
    button: "Read the author’s comments first",
    done: "Author’s comments to be read first",
    phrase: "asked for the author’s comments to be read before publishing",
    record: "Author’s comments to be read first, for a time",
  },
  suspend: {
    button: "Suspend author",
    done: "Author suspended",
    phrase: "suspended the author",
    record: "Author suspended for a time",
  },
  agree: {
    button: "I would have decided the same",
    done: "Second look: agreed",
    phrase: "agreed with the decision",
    record: "A second rep agreed with an earlier decision",
  },
  disagree: {
    button: "I would have decided differently",
    done: "Second look: disagreed",
    phrase: "disagreed with the decision",
    record: "A second rep disagreed with an earlier decision",
  },
  take_back: {
    button: "Undo decision",
    done: "Decision undone",
    phrase: "undid the decision",
    record: "A rep undid their own decision",
  },
  reopen: {
    button: "Reopen the case",
    done: "Opened again",
    phrase: "reopened the case",
    record: "Another rep reopened the case",
  },
};

/** The button of an action on a comment that is held, or not. */
export const actionButton = (action: ModerationAction, isHeld: boolean): string =>
  action === "redact" && isHeld ? "Mask and publish" : actionText[action].button;
