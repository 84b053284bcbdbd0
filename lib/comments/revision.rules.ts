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

export type TextPiece = { text: string; isMarked: boolean };

/** A text in pieces, the places that a rep pointed at marked. @param spans [start, end) in UTF-16 units, as decisions keep them */
export function splitAtSpans(text: string, spans: readonly (readonly [number, number])[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let position = 0;
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (end <= position) continue;
    pieces.push({ text: text.slice(position, Math.max(position, start)), isMarked: false });
    pieces.push({ text: text.slice(Math.max(position, start), end), isMarked: true });
    position = end;
  }
  pieces.push({ text: text.slice(position), isMarked: false });
  return pieces.filter((piece) => piece.text !== "");
}
