import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Sent } from "@/components/comments/submission-confirmation";
import { Page } from "@/components/ui/page";
import { getSentForm } from "@/lib/auth/current-session";
import { getSent } from "@/lib/comments/submission/submission.commands";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "We have your comment" };

/** The page after sending: for ten minutes, and only in the browser that sent. */
export default async function SentPage() {
  const formId = await getSentForm();
  const sent = formId ? await getSent(formId) : null;
  if (!sent) notFound();
  return (
    <Page title="We have your comment">
      <Sent
        alias={sent.alias}
        isPublished={sent.state === "published"}
        receipt={sent.receipt}
        back={paths.strategy(sent.strategyId)}
      />
    </Page>
  );
}
