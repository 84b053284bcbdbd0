import type { Metadata } from "next";
import { reportReasons } from "@/lib/moderation/reports/report.rules";
import { paths } from "@/lib/routes";
import { ReportPage } from "./report-page";

export const metadata: Metadata = { title: "Report a comment" };

type Props = { params: Promise<{ slug: string; comment: string }> };

export default async function ReportCommentPage({ params }: Props) {
  const { slug, comment } = await params;
  return (
    <ReportPage params={params} kind="report" title="Report a comment" reasons={reportReasons}>
      <p className="mt-4 mb-3">
        A union rep will read the comment and your report, usually within 3 days. The comment stays until then.
      </p>
      <p className="mb-3">
        If you just disagree, reply to it or choose “Disagree” next to it. If you think it is illegal, report it as
        illegal instead.{" "}
        <a className="link" href={paths.reportIllegal(slug, comment)}>
          Report it as illegal
        </a>
      </p>
    </ReportPage>
  );
}
