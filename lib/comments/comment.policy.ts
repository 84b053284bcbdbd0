import type { ThreadState } from "@/prisma/generated/enums";

/** Whether a thread takes replies: null when it does, else why not. */
export function whyCannotReply(thread: { state: ThreadState; isFirstCommentPublished: boolean }): string | null {
  if (thread.state === "locked") return "A rep has locked this thread. You can read it, or start a new one.";
  if (thread.state === "archived") return "This thread is read-only.";
  if (!thread.isFirstCommentPublished) return "The comment you are replying to has gone. You can start a new thread.";
  return null;
}

/** Whether one of a person’s participants wrote the comment. */
export function isOwnComment(ownIds: readonly string[], comment: { participantId: string }): boolean {
  return ownIds.includes(comment.participantId);
}
