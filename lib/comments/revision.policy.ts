import type { CommentState } from "@/prisma/generated/enums";

/** How long a comment that waits may be changed after it was written, in milliseconds: then a rep may be reading. */
export const revisionWindow = 60 * 60_000;

/** Why a comment cannot be changed by its author, in words for them; null when it can. */
export function whyCannotRevise(comment: { state: CommentState; writtenAt: Date }, now: Date): string | null {
  if (comment.state === "returned") return null;
  if (comment.state !== "held") return "This comment can no longer be changed. You can take it back.";
  if (now.getTime() - comment.writtenAt.getTime() < revisionWindow) return null;
  return "You sent this more than an hour ago, so a rep may be reading it. You can take it back, and write anew.";
}
