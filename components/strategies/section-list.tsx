import { countLabel } from "@/lib/numbers";

type Section = { number: number; title: string; summary: string; foundationId: string | null; threads: number };
type Props = {
  href: (number: number) => string;
  sections: Section[];
  foundations: { id: string; name: string; description: string }[];
};

/** A strategy's sections in order, grouped by foundation. */
export function SectionList({ href, sections, foundations }: Props) {
  const foundationIds = foundations.map(({ id }) => id);
  const ungrouped = sections.filter(({ foundationId }) => !foundationIds.includes(foundationId ?? ""));
  return (
    <>
      {foundations.map(({ id, name, description }) => (
        <Group
          key={id}
          id={id}
          name={name}
          description={description}
          href={href}
          sections={sections.filter(({ foundationId }) => foundationId === id)}
        />
      ))}
      <Group
        id="other"
        name={foundations.length > 0 && ungrouped.length < sections.length ? "Other sections" : "Sections"}
        href={href}
        sections={ungrouped}
      />
    </>
  );
}

type GroupProps = {
  id: string;
  name: string;
  description?: string;
  href: (number: number) => string;
  sections: Section[];
};

function Group({ id, name, description, href, sections }: GroupProps) {
  if (sections.length === 0) return null;
  return (
    <section aria-labelledby={`foundation-${id}`} className="mt-8">
      <h3 id={`foundation-${id}`} className="text-xl">
        {name}
      </h3>
      {description && <p className="text-muted">{description}</p>}
      <ul className="mt-2 border-b border-line">
        {sections.map(({ number, title, summary, threads }) => (
          <li key={number} className="grid grid-cols-[2.5rem_1fr] gap-x-3 border-t border-line py-4">
            <span aria-hidden="true" className="text-3xl leading-none font-extrabold text-link tabular-nums">
              {number}
            </span>
            <div>
              <h4 className="text-lg font-semibold">
                <a className="link" href={href(number)}>
                  {title}
                </a>
              </h4>
              <p>{summary}</p>
              <p className="mt-1 text-muted">{threads === 0 ? "No comments yet" : countLabel(threads, "thread")}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
