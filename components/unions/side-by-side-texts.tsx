type Run = { text: string; isOnlyHere: boolean };

/** A colleague's text and one's own beside each other, what is in one only marked. */
export function BothTexts({ by, theirs, mine }: { by: string; theirs: Run[]; mine: Run[] }) {
  return (
    <div className="mb-8 grid gap-6 sm:grid-cols-2">
      <Text id="theirs" title={`What ${by} saved`} runs={theirs} />
      <Text id="mine" title="What you wrote" runs={mine} />
    </div>
  );
}

function Text({ id, title, runs }: { id: string; title: string; runs: Run[] }) {
  return (
    <section aria-labelledby={id} className="rounded-md border-2 border-line bg-card p-4">
      <h2 id={id} className="mb-2 text-xl">
        {title}
      </h2>
      <p className="whitespace-pre-wrap break-words" dir="auto">
        {runs.map(({ text, isOnlyHere }, at) =>
          isOnlyHere ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the runs stand still
            <mark key={at} className="bg-warning-soft font-semibold text-ink underline decoration-2">
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </p>
    </section>
  );
}
