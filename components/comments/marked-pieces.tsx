/** A text in pieces, some of them marked. */
export function MarkedPieces({ pieces }: { pieces: { text: string; isMarked: boolean }[] }) {
  return pieces.map(({ text, isMarked }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces stand still: a page is drawn once
    isMarked ? <mark key={index}>{text}</mark> : text,
  );
}
