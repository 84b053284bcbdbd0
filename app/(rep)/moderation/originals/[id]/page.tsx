import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { formatDay } from "@/lib/dates";
import type { AccessRequestState } from "@/lib/moderation/originals/access-request.rules";
import { type AccessRequestView, getOriginal } from "@/lib/moderation/originals/original.queries";
import { paths } from "@/lib/routes";
import { AccessDecisionForm, AccessRequestForm, ViewForm } from "./access-request-forms";
import { submitAccessDecision, submitAccessRequest, submitView } from "./actions";

export const metadata: Metadata = { title: "A sealed original" };

export default async function OriginalPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.original(id)}`);
  const found = await getOriginal(person, id);
  if (!found) notFound();
  return (
    <Page title={`Masked words of ${found.alias}`} lead={`${found.areaName}, masked on ${formatDay(found.sealedAt)}.`}>
      <p className="mb-4">
        <a className="link inline-flex min-h-11 items-center" href={paths.originals}>
          All sealed originals
        </a>
      </p>
      {found.text && (
        <>
          <h2 className="mb-1 text-xl">As readers see it</h2>
          <p className="mb-6 whitespace-pre-wrap break-words" dir="auto">
            {found.text}
          </p>
        </>
      )}
      {found.isErased && (
        <Callout tone="info" title="Nobody can open it any more">
          <p>The key is gone: its author had it erased, or a year is over.</p>
        </Callout>
      )}
      {found.requests.map((request) => (
        <AccessRequest key={request.id} originalId={id} isErased={found.isErased} {...request} />
      ))}
      {found.canRequest && (
        <section aria-labelledby="request-title">
          <h2 id="request-title" className="mb-2 text-xl">
            Ask to see it
          </h2>
          <p className="mb-4">
            A rep of another union, or an admin, must agree. It is written down, and the author is told.
          </p>
          <AccessRequestForm action={submitAccessRequest.bind(null, id)} />
        </section>
      )}
      {!found.canRequest && found.whyCannotRequest && !found.isErased && <p>{found.whyCannotRequest}</p>}
    </Page>
  );
}

const stateText: Record<AccessRequestState, string> = {
  pending: "It waits for a second person.",
  refused: "It was refused.",
  approved: "It can be shown to the one who asked, within a day.",
  viewed: "It was opened.",
  expired: "It is over.",
};

function AccessRequest({
  originalId,
  isErased,
  ...request
}: AccessRequestView & { originalId: string; isErased: boolean }) {
  const { id, state, requestedBy, requestedAt, reason, decidedBy, decidedAt, viewedAt } = request;
  return (
    <article className="mb-6 border-line border-t pt-4">
      <p>
        {requestedBy} asked to see it on {formatDay(requestedAt)}.
      </p>
      {reason && <p className="whitespace-pre-wrap break-words">“{reason}”</p>}
      {decidedAt && (
        <p>
          {decidedBy} {state === "refused" ? "refused" : "agreed"} on {formatDay(decidedAt)}.
        </p>
      )}
      {viewedAt && <p>It was opened on {formatDay(viewedAt)}.</p>}
      <p className="mb-3 font-semibold">{stateText[state]}</p>
      {request.canView && <ViewForm action={submitView.bind(null, originalId, id)} />}
      {state === "pending" &&
        (request.whyCannotDecide === null ? (
          <AccessDecisionForm action={submitAccessDecision.bind(null, originalId, id)} />
        ) : (
          !isErased && <p className="text-muted">{request.whyCannotDecide}</p>
        ))}
    </article>
  );
}
