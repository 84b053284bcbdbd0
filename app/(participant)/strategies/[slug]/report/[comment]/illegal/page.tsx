import type { Metadata } from "next";
import { ReportPage } from "@/app/(participant)/strategies/[slug]/report/[comment]/report-page";
import { daysToDecide } from "@/lib/moderation/queue/case.rules";
import { holdHours, illegalReasons } from "@/lib/moderation/reports/report.rules";
import { countLabel } from "@/lib/numbers";

export const metadata: Metadata = { title: "Report a comment as illegal" };

type Props = { params: Promise<{ slug: string; comment: string }> };

export default function ReportIllegalPage({ params }: Props) {
  return (
    <ReportPage params={params} kind="illegal" title="Report a comment as illegal" reasons={illegalReasons}>
      <p className="mt-4 mb-3">
        We hide the comment straight away, and reps have {countLabel(daysToDecide.illegal, "day")} to decide. If nobody
        has decided after {holdHours / 24} days, we show it again. We only hide the same text this way once.
      </p>
      <p className="mb-3">
        Only use this if you really think the comment is illegal. If somebody is in danger now, call 999.
      </p>
    </ReportPage>
  );
}
