import type { Metadata } from "next";
import { ReportPage } from "@/app/(participant)/strategies/[slug]/report/[comment]/report-page";
import { daysToDecide } from "@/lib/moderation/queue/case.rules";
import { holdHours, illegalReasons } from "@/lib/moderation/reports/report.rules";
import { countLabel } from "@/lib/numbers";

export const metadata: Metadata = { title: "Report a comment as against the law" };

type Props = { params: Promise<{ slug: string; comment: string }> };

export default function ReportIllegalPage({ params }: Props) {
  return (
    <ReportPage params={params} kind="illegal" title="Report a comment as against the law" reasons={illegalReasons}>
      <p className="mt-4 mb-3">
        The comment is taken off its page at once, and reps have {countLabel(daysToDecide.illegal, "day")} to decide.
        When nobody has decided after {holdHours / 24} days it comes back. The same words are taken down in this way
        only once.
      </p>
      <p className="mb-3">
        Report only what you truly believe is against the law. If somebody is in danger now, call 999.
      </p>
    </ReportPage>
  );
}
