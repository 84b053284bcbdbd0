import { type Option, Select, TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { stanceLabels } from "@/lib/comments/comment.rules";

type Props = {
  action: string;
  selected: {
    sort: string;
    stance: string | null;
    theme: string | null;
    section: number | null;
    q: string | null;
    foundation?: string | null;
  };
  themes: Option[];
  /** On the page of all comments of a strategy, which also has a search field. */
  sections?: Option[];
  /** Further lists to choose from, by the name of their field. */
  others?: { name: string; label: string; emptyLabel: string; options: Option[]; selected: string | null }[];
  /** Sent along unchanged. */
  paragraph?: string | null;
};

const sortOptions = [
  { value: "newest", label: "Newest week first" },
  { value: "supported", label: "Most supported first" },
  { value: "discussed", label: "Most replies first" },
  { value: "shuffled", label: "Random order, new each day" },
];
const stanceOptions = Object.entries(stanceLabels).map(([value, label]) => ({ value, label }));

/** Filter and order of a list of comments: a GET form. */
export function ThreadFilterForm({ action, selected, themes, sections, others = [], paragraph }: Props) {
  const labelOf = (options: Option[] | undefined, value: string | number | null) =>
    options?.find((option) => option.value === String(value ?? ""))?.label;
  const selectedLabels = [
    labelOf(sortOptions, selected.sort),
    labelOf(stanceOptions, selected.stance),
    labelOf(themes, selected.theme),
    labelOf(sections, selected.section),
    ...others.map(({ options, selected: value }) => labelOf(options, value)),
  ].filter((label) => label !== undefined);
  return (
    <details className="mb-6 rounded-md border-2 border-line px-5" open={Boolean(selected.q)}>
      <summary className="min-h-11 cursor-pointer py-2.5">
        <span className="link">{sections ? "Search, sort and filter" : "Sort and filter"}</span>
        <span className="text-muted"> Showing: {selectedLabels.join("; ")}</span>
      </summary>
      <form method="get" action={action} className="py-3">
        {paragraph && <input type="hidden" name="paragraph" value={paragraph} />}
        {selected.foundation && <input type="hidden" name="foundation" value={selected.foundation} />}
        {sections && (
          <TextField
            name="q"
            label="Search comments"
            hint="For example, night bus. You can leave this blank."
            type="search"
            defaultValue={selected.q ?? undefined}
          />
        )}
        <div className="gap-x-6 sm:grid sm:grid-cols-2">
          <Select name="sort" label="Order" options={sortOptions} defaultValue={selected.sort} />
          <Select
            name="stance"
            label="View"
            options={stanceOptions}
            emptyLabel="Any view"
            defaultValue={selected.stance ?? undefined}
          />
          <Select
            name="theme"
            label="Theme"
            options={themes}
            emptyLabel="Any theme"
            defaultValue={selected.theme ?? undefined}
          />
          {sections && (
            <Select
              name="section"
              label="Section"
              options={sections}
              emptyLabel="The whole strategy"
              defaultValue={selected.section ? String(selected.section) : undefined}
            />
          )}
          {others.map(({ selected: value, ...field }) => (
            <Select key={field.name} {...field} defaultValue={value ?? undefined} />
          ))}
        </div>
        <Button kind="secondary">Show these</Button>
      </form>
    </details>
  );
}
