import type { CommentState } from "@/prisma/generated/enums";

/** Milliseconds in which a held comment may be changed after it was written: later a rep may be reading it. */
export const revisionWindow = 60 * 60_000;

/** Why its author cannot change a comment, to be shown to them; null when they can. */
export function whyCannotRevise(
  comment: {
    state: CommentState;
    writtenAt: Date;
    /** Whether a report of it waits for a rep. */
    isReported: boolean;
  },
  now: Date,
): string | null {
  if (comment.isReported)
    return "Somebody reported this comment, so a rep must decide about it first. You can withdraw it.";
  if (comment.state === "returned") return null;
  if (comment.state === "withdrawn" || comment.state === "removed") return "You can no longer change this comment.";
  if (comment.state !== "held") return "You can no longer change this comment. You can withdraw it.";
  if (now.getTime() - comment.writtenAt.getTime() < revisionWindow) return null;
  return "You sent this more than an hour ago, so a rep may be reading it. You can withdraw it and write a new one.";
}
