import type { Metadata } from "next";
import { Receipt } from "@/components/comments/receipt";
import { ReceiptExpired } from "@/components/comments/receipt-expired";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { getSentForm } from "@/lib/auth/cookies";
import { getPerson } from "@/lib/auth/current-session";
import { getReportReceipt } from "@/lib/moderation/reports/report.queries";
import { isSignedIn } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "We have received your report" };

/** The page after a first report: for ten minutes, and only in the browser that sent it. */
export default async function ReportedPage() {
  const formId = await getSentForm();
  const receipt = formId && (await getReportReceipt(formId));
  if (!receipt)
    return <ReceiptExpired subject="report" listUrl={paths.reports} isSignedIn={isSignedIn(await getPerson())} />;
  return (
    <Page title="We have received your report">
      <Callout tone="good">
        <p>A union rep will read it. We never tell the person who wrote the comment who reported it.</p>
      </Callout>
      <Receipt receipt={receipt} purpose="see what happened to your report" />
      <p className="mt-6">
        <TextLink href={paths.reports}>See your reports</TextLink>
      </p>
    </Page>
  );
}
