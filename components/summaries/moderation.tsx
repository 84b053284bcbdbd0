import { numeric, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { listDecisionRows, listReasonRows, medianWaitText } from "@/lib/summaries/moderation.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

/** Moderation of the entire strategy: counts of decisions, reasons, and how long comments waited. */
export function Moderation({ leadTitle, moderation }: { leadTitle: string; moderation: Summary["moderation"] }) {
  if (!moderation) return <p className="measure">There are no decisions yet.</p>;
  const { content, day } = moderation;
  const median = medianWaitText(content);
  return (
    <>
      <p className="measure">
        Union reps decide, not {leadTitle}. {median && `${median} `}
        Each decision is in a record that nobody can change unnoticed:{" "}
        <a className="link" href={paths.transparency}>
          view and check it
        </a>
        .
      </p>
      <div className="print:columns-2 print:gap-[8mm]">
        <Table
          caption="Decisions on the whole strategy"
          head={["Decision", numeric("Number")]}
          rows={listDecisionRows(content)}
        />
        <Table
          caption="Reasons for not publishing unchanged, up to last Sunday"
          head={["Reason", numeric("Number")]}
          rows={listReasonRows(content)}
        />
      </div>
      <p className="text-muted text-sm">
        As counted on {formatDay(new Date(day))}. Decisions are exact numbers, because each is in the public record.
        Everything else is to the nearest 5.
      </p>
    </>
  );
}
