import { numeric, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/dates";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { formatNumber } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import type { Summary } from "@/lib/summaries/summary.rules";

const reasonTitles: Record<string, { title: string } | undefined> = reasons;

/** Moderation of the entire strategy: counts of decisions, reasons, and how long comments waited. */
export function Moderation({ leadTitle, moderation }: { leadTitle: string; moderation: Summary["moderation"] }) {
  if (!moderation) return <p className="measure">No rep has decided anything yet.</p>;
  const { content, day } = moderation;
  const rows: [string, number][] = [
    ["Wait for a rep", content.held],
    ["Published", content.published],
    ["Sent back to change", content.returned],
    ["Turned down", content.rejected],
    ["Words masked", content.redacted],
    ["Removed", content.removed],
    ["Appeals upheld", content.appealsUpheld],
  ];
  return (
    <>
      <p className="measure">
        Union reps decide, not {leadTitle}.{" "}
        {content.medianHours !== null &&
          `Half of all comments waited less than ${Math.round(content.medianHours)} hours. `}
        Each decision is in a record that nobody can change:{" "}
        <a className="link" href={paths.transparency}>
          see and check it
        </a>
        .
      </p>
      <div className="print:columns-2 print:gap-[8mm]">
        <Table
          caption="Decisions on the whole strategy"
          head={["What", numeric("How many")]}
          rows={rows.map(([label, count]) => [label, formatNumber(count)])}
        />
        {content.reasons.length > 0 && (
          <Table
            caption="Reasons not to publish as it was"
            head={["Reason", numeric("How often")]}
            rows={content.reasons.map(({ code, count }) => [
              code === null ? "Other reasons, each fewer than 5 times" : (reasonTitles[code]?.title ?? code),
              formatNumber(count),
            ])}
          />
        )}
      </div>
      <p className="text-muted text-sm">As counted on {formatDay(new Date(day))}.</p>
    </>
  );
}
