import type { ThreadState } from "@/prisma/generated/enums";

/** Whether a thread takes replies: null when it does, else why not. */
export function whyCannotReply(thread: { state: ThreadState; isFirstCommentPublished: boolean }): string | null {
  if (thread.state === "locked")
    return "A rep has closed this conversation. You can read it, and start one of your own.";
  if (thread.state === "archived") return "This conversation is kept for reading only.";
  if (!thread.isFirstCommentPublished)
    return "The comment that you reply to is gone. You can start a conversation of your own.";
  return null;
}

/** Whether one of a person’s participants wrote the comment. */
export function isOwnComment(ownIds: readonly string[], comment: { participantId: string }): boolean {
  return ownIds.includes(comment.participantId);
}
