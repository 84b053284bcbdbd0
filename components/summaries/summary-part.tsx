import type { ReactNode } from "react";

/** The parts of a summary in their order, with the words of the contents list. */
export const summaryParts = {
  unheard: "Who has not been heard",
  said: "What was said",
  stand: "Where people stand",
  heard: "Who was heard",
  words: "In their words",
  unions: "Whom unions speak for",
  moderated: "What was moderated",
} as const;
export type PartId = keyof typeof summaryParts;

/** One part under its heading, which the contents list leads to. */
export function Part({ id, children }: { id: PartId; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-12 print:mt-6">
      <h2 id={id} className="mb-3 text-2xl">
        {summaryParts[id]}
      </h2>
      {children}
    </section>
  );
}

/** The parts on a page. What was moderated is told of a whole strategy only. */
export const partsOn = (subject: object | null) =>
  (Object.keys(summaryParts) as PartId[]).filter((id) => !subject || id !== "moderated");

type ContentsProps = { parts: PartId[]; more: readonly (readonly [id: string, words: string])[] };

/** What is on the page, first. `more`: what else it holds, by id and words. */
export function Contents({ parts: ids, more }: ContentsProps) {
  const parts = [...ids.map((id) => [id, summaryParts[id]] as const), ...more];
  return (
    <nav aria-label="On this page" className="my-6 border-brand border-l-4 pl-5">
      <p className="font-semibold">On this page</p>
      <ol className="gap-x-8 sm:columns-2">
        {parts.map(([id, words]) => (
          <li key={id}>
            <a className="link inline-flex min-h-11 items-center print:min-h-0" href={`#${id}`}>
              {words}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Numbers for a table's cell: the figure, or words for what is not shown. */
export const shownOr = (people: number | null, words = "not shown") =>
  people === null ? words : people.toLocaleString("en-GB");
