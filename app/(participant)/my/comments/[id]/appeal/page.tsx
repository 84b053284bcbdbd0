import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppealForm } from "@/components/moderation/appeal-form";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireSignedIn } from "@/lib/auth/require-person";
import { getOwnAppeal, type OwnAppeal } from "@/lib/moderation/sanctions/appeal.queries";
import { maxAppealLength } from "@/lib/moderation/sanctions/appeal.schema";
import { paths } from "@/lib/routes";
import { sendAppeal } from "./actions";

export const metadata: Metadata = { title: "Your appeal" };

const decisionLabels: Record<string, string> = {
  reject: "A rep decided not to publish your comment",
  remove: "A rep removed your comment",
};

/** The decision, the author's appeal against it, and the outcome. */
export default async function AppealPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireSignedIn(paths.appeal(id));
  const ownAppeal = await getOwnAppeal(person, id);
  if (!ownAppeal) notFound();
  const { areaName, text, decision, appeal, whyCannotAppeal } = ownAppeal;
  return (
    <Page
      title={appeal ? "Your appeal" : "Do you think this is wrong?"}
      lead={`About what you wrote about ${areaName}.`}
    >
      {text && (
        <blockquote className="mb-4 border-line border-l-4 pl-4">
          <p className="whitespace-pre-wrap break-words" dir="auto">
            {text}
          </p>
        </blockquote>
      )}
      <Callout title={decisionLabels[decision.action]}>
        {decision.reasonText && <p>{decision.reasonText}</p>}
        {decision.message && <p className="whitespace-pre-wrap">The rep’s message: {decision.message}</p>}
      </Callout>
      {appeal && <AppealStatement {...appeal} />}
      {!appeal && whyCannotAppeal && <p>{whyCannotAppeal}</p>}
      {!whyCannotAppeal && <AppealForm action={sendAppeal.bind(null, { id })} maxLength={maxAppealLength} />}
      <p className="mt-6">
        <TextLink href={paths.my}>Go back to my comments</TextLink>
      </p>
    </Page>
  );
}

function AppealStatement({ grounds, outcome }: NonNullable<OwnAppeal["appeal"]>) {
  return (
    <>
      <h2 className="mb-2 text-xl">Your appeal</h2>
      <p className="mb-4 whitespace-pre-wrap break-words" dir="auto">
        {grounds}
      </p>
      {outcome ? (
        <Callout
          tone={outcome.isUpheld ? "good" : "info"}
          title={outcome.isUpheld ? "Another rep agrees with you" : "Another rep checked, and the decision stands"}
        >
          {outcome.reasonText && <p>{outcome.reasonText}</p>}
          {outcome.message && <p className="whitespace-pre-wrap">They wrote: {outcome.message}</p>}
        </Callout>
      ) : (
        <p className="font-semibold">Another rep is reading it. This usually takes up to 7 days.</p>
      )}
    </>
  );
}
