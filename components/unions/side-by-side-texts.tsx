type DiffRun = { text: string; isChanged: boolean };

/** A colleague's text and one's own beside each other, what is in one only marked. */
export function SideBySideTexts({ by, current, submitted }: { by: string; current: DiffRun[]; submitted: DiffRun[] }) {
  return (
    <div className="mb-8 grid gap-6 sm:grid-cols-2">
      <Text id="current-text" title={`What ${by} saved`} runs={current} />
      <Text id="submitted-text" title="What you wrote" runs={submitted} />
    </div>
  );
}

function Text({ id, title, runs }: { id: string; title: string; runs: DiffRun[] }) {
  return (
    <section aria-labelledby={id} className="rounded-md border-2 border-line bg-card p-4">
      <h2 id={id} className="mb-2 text-xl">
        {title}
      </h2>
      <p className="whitespace-pre-wrap break-words" dir="auto">
        {runs.map(({ text, isChanged }, index) =>
          isChanged ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the runs stand still
            <mark key={index} className="bg-warning-soft font-semibold text-ink underline decoration-2">
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
