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
        A union rep reads the comment and what you say here, most often within three days. Until then it stays.
      </p>
      <p className="mb-3">
        If you only disagree, answer it or press “Disagree” beside it. Do you think that it is against the law?{" "}
        <a className="link" href={paths.reportIllegal(slug, comment)}>
          Report it as against the law
        </a>
      </p>
    </ReportPage>
  );
}
