import { ActionButton, ActionForm } from "@/components/forms/action-form";
import { HiddenField, type Option, Select, TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { checkLabel } from "@/lib/moderation/checks/check.rules";
import {
  caseKindLabels,
  countText,
  queueAgeLabels,
  queueSortLabels,
  queueStateLabels,
} from "@/lib/moderation/queue/queue.rules";
import type { QueueDesk } from "@/lib/moderation/queue/queue-desk.queries";
import { type QueueFilter, queueQuery } from "@/lib/moderation/queue/queue-filter.schema";
import { paths } from "@/lib/routes";
import { removeView, submitView } from "./actions";

type Props = { filter: QueueFilter; desk: QueueDesk };

/** The address of the queue with a filter. */
export function queueUrl(filter: QueueFilter & { after?: string }): string {
  const query = queueQuery(filter);
  return query ? `${paths.moderation}?${query}` : paths.moderation;
}

/** Search, filters, order and saved views. */
export function QueueFilters({ filter, desk }: Props) {
  const options: Record<string, Option[]> = {
    kind: desk.counts.map(({ kind, count }) => ({
      value: kind,
      label: `${caseKindLabels[kind]} (${countText(count)})`,
    })),
    area: toOptions(desk.areas),
    section: toOptions(desk.sections),
    check: desk.checks.map((check) => ({ value: check, label: checkLabel(check) })),
    union: toOptions(desk.unions),
    age: labelOptions(queueAgeLabels),
    state: labelOptions(queueStateLabels),
    sort: labelOptions(queueSortLabels),
  };
  const shown = [
    ...Object.entries(filter).flatMap(([name, value]) => {
      if (!value || name === "q") return [];
      return options[name]?.find((option) => option.value === value)?.label ?? value;
    }),
    ...(filter.q ? [`“${filter.q}”`] : []),
  ];
  const select = (name: keyof QueueFilter, label: string, emptyLabel: string) => (
    <Select
      name={name}
      label={label}
      emptyLabel={emptyLabel}
      options={withChosen(options[name] ?? [], filter[name])}
      defaultValue={filter[name]}
    />
  );
  return (
    <>
      <Views {...{ filter, desk }} />
      <details className="mb-4 rounded-md border-2 border-line px-4" open={Boolean(filter.q)}>
        <summary className="min-h-11 cursor-pointer py-2">
          <span className="link">Search, filter and sort</span>
          <span className="text-muted"> Showing: {shown.length > 0 ? shown.join("; ") : "all, most urgent first"}</span>
        </summary>
        <form method="get" action={paths.moderation} className="py-2">
          <TextField
            name="q"
            type="search"
            label="Search"
            hint="Text of a comment, or an alias. You can leave this blank."
            defaultValue={filter.q}
          />
          <div className="gap-x-5 sm:grid sm:grid-cols-2 lg:grid-cols-4">
            {select("kind", "Kind", "Any kind")}
            {desk.areas.length > 1 && select("area", "Area", "All my areas")}
            {select("section", "Section", "Any section")}
            {select("check", "What the checks found", "Anything")}
            {select("union", "Written by or passed to a union", "Any or none")}
            {select("age", "Age and deadline", "Any age")}
            {select("state", "Who has it", "Any open case")}
            {select("sort", "Order", queueSortLabels.urgent)}
          </div>
          <Button kind="secondary">Show these</Button>
        </form>
        {shown.length > 0 && (
          <ActionForm id="view" action={submitView} className="border-line border-t pt-3">
            <HiddenField name="query" value={queueQuery(filter)} />
            <TextField
              name="name"
              label="Save this view as"
              hint="We save the filters and the order, not the text of a search."
            />
            <Button kind="secondary">Save view</Button>
          </ActionForm>
        )}
      </details>
    </>
  );
}

const toOptions = (rows: { id: string; name: string }[]): Option[] =>
  rows.map(({ id, name }) => ({ value: id, label: name }));
const labelOptions = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
/** The options with the chosen one, of which no case may be left. */
const withChosen = (options: Option[], value?: string): Option[] =>
  value && !options.some((option) => option.value === value)
    ? [...options, { value, label: `${value} (none)` }]
    : options;

/** Lists of the queue in one press: all, one's own decisions, kinds of case, and what the rep saved. */
function Views({ filter, desk }: Props) {
  const current = queueQuery(filter);
  const views = [
    { name: "All", query: "" },
    ...(desk.counts.length > 1
      ? desk.counts.map(({ kind, count }) => ({
          name: `${caseKindLabels[kind]} (${countText(count)})`,
          query: queueQuery({ kind, area: filter.area }),
        }))
      : []),
    { name: queueStateLabels.decided, query: queueQuery({ state: "decided" }) },
    ...desk.views,
  ];
  return (
    <nav aria-label="Views of the queue" className="mb-1">
      <ul className="flex flex-wrap gap-x-5">
        {views.map(({ name, query }) => (
          <li key={`${name} ${query}`}>
            <TextLink
              className="aria-[current]:font-bold aria-[current]:no-underline"
              aria-current={query === current ? "page" : undefined}
              href={query ? `${paths.moderation}?${query}` : paths.moderation}
            >
              {name}
            </TextLink>
          </li>
        ))}
      </ul>
      {desk.views
        .filter(({ query }) => query === current)
        .map(({ id, name }) => (
          <ActionButton key={id} id={`delete-${id}`} action={removeView.bind(null, { id })}>
            Delete view “{name}”
          </ActionButton>
        ))}
    </nav>
  );
}
