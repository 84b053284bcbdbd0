import { numeric, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/dates";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { suppressedCountText, waitText } from "@/lib/moderation/decisions/transparency.rules";
import { formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import type { Summary } from "@/lib/summaries/summary.rules";

const reasonTitles: Record<string, { title: string } | undefined> = reasons;

/** Moderation of the entire strategy: counts of decisions, reasons, and how long comments waited. */
export function Moderation({ leadTitle, moderation }: { leadTitle: string; moderation: Summary["moderation"] }) {
  if (!moderation) return <p className="measure">No rep has decided anything yet.</p>;
  const { content, day } = moderation;
  const rows: [label: string, count: string][] = [
    ["Wait for a rep", suppressedCountText(content.held)],
    ["Published", formatNumber(content.published)],
    ["Sent back to change", formatNumber(content.returned)],
    ["Turned down", formatNumber(content.rejected)],
    ["Words masked", formatNumber(content.redacted)],
    ["Removed", formatNumber(content.removed)],
    ["Appeals upheld", suppressedCountText(content.appealsUpheld)],
  ];
  return (
    <>
      <p className="measure">
        Union reps decide, not {leadTitle}. {content.medianHours !== null && `${medianText(content.medianHours)} `}
        Each decision is in a record that nobody can change:{" "}
        <a className="link" href={paths.transparency}>
          see and check it
        </a>
        .
      </p>
      <div className="print:columns-2 print:gap-[8mm]">
        <Table caption="Decisions on the whole strategy" head={["What", numeric("How many")]} rows={rows} />
        <Table
          caption="Reasons not to publish as it was, until last Sunday"
          head={["Reason", numeric("How often")]}
          rows={content.reasons.map(({ code, count }) => [
            reasonTitles[code]?.title ?? code,
            suppressedCountText(count),
          ])}
        />
      </div>
      <p className="text-muted text-sm">
        As counted on {formatDay(new Date(day))}. Decisions are counted exactly, as each is in the public record. All
        else is to the nearest 5.
      </p>
    </>
  );
}

const medianText = (hours: number) =>
  hours === 0
    ? "Half of all comments waited less than 1 hour."
    : `Half of all comments waited ${waitText(hours)} or less.`;
