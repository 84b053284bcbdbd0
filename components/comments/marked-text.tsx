import { MarkedPieces } from "@/components/comments/marked-pieces";

/** A found text, the words that were searched for marked. */
export function MarkedText({ pieces }: { pieces: { text: string; isMarked: boolean }[] }) {
  return (
    <p className="measure whitespace-pre-wrap break-words" dir="auto">
      <MarkedPieces pieces={pieces} />
    </p>
  );
}
