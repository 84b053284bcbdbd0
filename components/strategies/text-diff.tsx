type TextChange = { text: string; kind: "unchanged" | "added" | "removed" };

/** A diff with added text underlined and removed text struck through, both announced to screen readers. */
export function TextDiff({ changes }: { changes: TextChange[] }) {
  return (
    <p className="whitespace-pre-line break-words">
      {changes.map(({ text, kind }, at) => {
        const key = `${at}`;
        if (kind === "unchanged") return <span key={key}>{text}</span>;
        return kind === "added" ? (
          <ins key={key} className="bg-good-soft font-semibold decoration-2 underline-offset-2">
            <span className="sr-only"> added: </span>
            {text}
          </ins>
        ) : (
          <del key={key} className="text-muted">
            <span className="sr-only"> removed: </span>
            {text}
          </del>
        );
      })}
    </p>
  );
}
