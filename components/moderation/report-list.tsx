import { Callout } from "@/components/ui/callout";
import { formatDay } from "@/lib/dates";
import { reportReasonLabel } from "@/lib/moderation/reports/report.rules";
import { countLabel } from "@/lib/numbers";

type Props = { reports: { reason: string; details: string | null }[]; heldUntil: Date | null; isHeld: boolean };

/** The reports of a comment, for the rep who decides. Never shows the reporters. */
export function ReportList({ reports, heldUntil, isHeld }: Props) {
  if (reports.length === 0) return null;
  return (
    <Callout tone="warning" title={`Reported by ${countLabel(reports.length, "person", "people")}`}>
      {isHeld && heldUntil && (
        <p>The comment is hidden until you decide. If nobody decides, we show it again on {formatDay(heldUntil)}.</p>
      )}
      <ul className="list-disc pl-6">
        {reports.map(({ reason, details }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order
          <li key={at}>
            {reportReasonLabel(reason)}
            {details && <span className="block whitespace-pre-wrap break-words">“{details}”</span>}
          </li>
        ))}
      </ul>
      <p>We tell all of them what you decide, and nothing else.</p>
    </Callout>
  );
}
