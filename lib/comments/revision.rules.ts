import type { CommentState } from "@/prisma/generated/enums";

/** How long a comment that waits may be changed after it was written, in milliseconds: then a rep may be reading. */
export const changeLasts = 60 * 60_000;

/** Why a comment cannot be changed by its author, in words for them; null when it can. */
export function whyNoChange(comment: { state: CommentState; writtenAt: Date }, now: Date): string | null {
  if (comment.state === "returned") return null;
  if (comment.state !== "held") return "This comment can no longer be changed. You can take it back.";
  if (now.getTime() - comment.writtenAt.getTime() < changeLasts) return null;
  return "You sent this more than an hour ago, so a rep may be reading it. You can take it back, and write anew.";
}

export type Piece = { text: string; isMarked: boolean };

/** A text in pieces, the places that a rep pointed at marked. @param spans [from, to) in UTF-16 units, as decisions keep them */
export function markedPieces(text: string, spans: readonly (readonly [number, number])[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (to <= at) continue;
    pieces.push({ text: text.slice(at, Math.max(at, from)), isMarked: false });
    pieces.push({ text: text.slice(Math.max(at, from), to), isMarked: true });
    at = to;
  }
  pieces.push({ text: text.slice(at), isMarked: false });
  return pieces.filter((piece) => piece.text !== "");
}
