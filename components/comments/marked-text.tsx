/** A found text, the words that were searched for marked. */
export function MarkedText({ pieces }: { pieces: { text: string; isFound: boolean }[] }) {
  return (
    <p className="measure whitespace-pre-wrap break-words" dir="auto">
      {pieces.map(({ text, isFound }, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces stand still: a page is drawn once
        isFound ? <mark key={at}>{text}</mark> : text,
      )}
    </p>
  );
}
