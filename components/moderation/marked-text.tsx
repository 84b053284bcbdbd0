type Props = { id?: string; parts: { text: string; isMarked: boolean; title?: string }[]; large?: boolean };

/** A text with some of its words marked. What is marked is said, not only coloured. */
export function MarkedText({ id, parts, large = false }: Props) {
  let at = 0;
  return (
    <p id={id} className={`measure mb-4 whitespace-pre-wrap break-words ${large ? "text-xl" : ""}`} dir="auto">
      {parts.map(({ text, isMarked, title }) => {
        const key = at;
        at += text.length;
        return isMarked ? (
          <mark key={key} title={title}>
            {text}
          </mark>
        ) : (
          <span key={key}>{text}</span>
        );
      })}
    </p>
  );
}
