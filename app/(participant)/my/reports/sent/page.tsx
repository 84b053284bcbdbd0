import type { Metadata } from "next";
import { ReceiptExpired } from "@/components/comments/receipt-expired";
import { ReportConfirmation } from "@/components/comments/report-confirmation";
import { Page } from "@/components/ui/page";
import { getSentForm } from "@/lib/auth/cookies";
import { getPerson } from "@/lib/auth/current-session";
import { getReportReceipt } from "@/lib/moderation/reports/report.queries";
import { isSignedIn } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "We have received your report" };

/** The first report once more, if its page is loaded again: for ten minutes, and only in the browser that sent it. */
export default async function ReportedPage() {
  const formId = await getSentForm();
  const receipt = formId && (await getReportReceipt(formId));
  if (!receipt)
    return <ReceiptExpired subject="report" listUrl={paths.reports} isSignedIn={isSignedIn(await getPerson())} />;
  return (
    <Page title="We have received your report">
      <ReportConfirmation receipt={receipt} />
    </Page>
  );
}
