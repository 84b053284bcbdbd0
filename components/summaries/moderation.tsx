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
  if (!moderation) return <p className="measure">There are no decisions yet.</p>;
  const { content, day } = moderation;
  const rows: [label: string, count: string][] = [
    ["Waiting for a rep", suppressedCountText(content.held)],
    ["Published", formatNumber(content.published)],
    ["Sent back for changes", formatNumber(content.returned)],
    ["Not published", formatNumber(content.rejected)],
    ["Text masked", formatNumber(content.redacted)],
    ["Removed", formatNumber(content.removed)],
    ["Appeals upheld", suppressedCountText(content.appealsUpheld)],
  ];
  return (
    <>
      <p className="measure">
        Union reps decide, not {leadTitle}. {content.medianHours !== null && `${medianText(content.medianHours)} `}
        Each decision is in a record that nobody can change unnoticed:{" "}
        <a className="link" href={paths.transparency}>
          view and check it
        </a>
        .
      </p>
      <div className="print:columns-2 print:gap-[8mm]">
        <Table caption="Decisions on the whole strategy" head={["Decision", numeric("Number")]} rows={rows} />
        <Table
          caption="Reasons for not publishing unchanged, up to last Sunday"
          head={["Reason", numeric("Number")]}
          rows={content.reasons.map(({ code, count }) => [
            reasonTitles[code]?.title ?? code,
            suppressedCountText(count),
          ])}
        />
      </div>
      <p className="text-muted text-sm">
        As counted on {formatDay(new Date(day))}. Decisions are exact numbers, because each is in the public record.
        Everything else is to the nearest 5.
      </p>
    </>
  );
}

const medianText = (hours: number) =>
  hours === 0
    ? "Half of all comments waited less than 1 hour."
    : `Half of all comments waited ${waitText(hours)} or less.`;
