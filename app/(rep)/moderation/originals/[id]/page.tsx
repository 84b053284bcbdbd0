import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionButton, ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { ResultText, UntilResult, WhenResult } from "@/components/forms/form-result";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { requireAccount } from "@/lib/auth/require-person";
import { formatDay } from "@/lib/dates";
import type { AccessRequestState } from "@/lib/moderation/originals/access-request.rules";
import { type AccessRequestView, getOriginal } from "@/lib/moderation/originals/original.queries";
import { rolesOf } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { listCrumbs } from "@/lib/server/breadcrumbs";
import { submitAccessDecision, submitAccessRequest, submitView } from "./actions";

export const metadata: Metadata = { title: "A sealed original" };

export default async function OriginalPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireAccount(paths.original(id));
  const found = await getOriginal(person, id);
  if (!found) notFound();
  return (
    <Page
      title={`Masked text by ${found.alias}`}
      crumbs={listCrumbs(paths.original(id), rolesOf(person))}
      lead={`${found.areaName}, masked on ${formatDay(found.sealedAt)}.`}
    >
      {found.text && (
        <>
          <h2 className="mb-1 text-xl">What readers see</h2>
          <p className="mb-6 whitespace-pre-wrap break-words" dir="auto">
            {found.text}
          </p>
        </>
      )}
      {found.isErased && (
        <Callout tone="info" title="Nobody can unlock this any more">
          <p>The key has been deleted because the author erased it or a year has passed.</p>
        </Callout>
      )}
      {found.requests.map((request) => (
        <AccessRequest key={request.id} originalId={id} isErased={found.isErased} {...request} />
      ))}
      {found.canRequest && (
        <section aria-labelledby="request-title">
          <h2 id="request-title" className="mb-2 text-xl">
            Ask to see the original
          </h2>
          <p className="mb-4">A rep of another union, or an admin, must agree. We record this and tell the author.</p>
          <ActionForm action={submitAccessRequest.bind(null, { id })}>
            <TextArea
              name="reason"
              label="Why does it need to be unlocked?"
              hint="The second person and the author will see this. Up to 500 characters."
              rows={3}
            />
            <Button kind="secondary">Ask a second person</Button>
          </ActionForm>
        </section>
      )}
      {!found.canRequest && found.whyCannotRequest && !found.isErased && <p>{found.whyCannotRequest}</p>}
    </Page>
  );
}

const stateText: Record<AccessRequestState, string> = {
  pending: "Waiting for a second person.",
  refused: "Refused.",
  approved: "The person who asked can see it, within a day.",
  viewed: "Unlocked.",
  expired: "Expired.",
};

function AccessRequest({
  originalId,
  isErased,
  ...request
}: AccessRequestView & { originalId: string; isErased: boolean }) {
  const { id, state, requestedBy, requestedAt, reason, decidedBy, decidedAt, viewedAt } = request;
  const params = { id: originalId, requestId: id };
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
      {viewedAt && <p>It was unlocked on {formatDay(viewedAt)}.</p>}
      <p className="mb-3 font-semibold">{stateText[state]}</p>
      {request.canView && <ViewForm {...params} />}
      {state === "pending" &&
        (request.whyCannotDecide === null ? (
          <div className="flex flex-wrap gap-3">
            <ActionButton kind="primary" action={submitAccessDecision.bind(null, { ...params, isApproved: true })}>
              Agree to unlock
            </ActionButton>
            <ActionButton kind="danger" action={submitAccessDecision.bind(null, { ...params, isApproved: false })}>
              Refuse
            </ActionButton>
          </div>
        ) : (
          !isErased && <p className="text-muted">{request.whyCannotDecide}</p>
        ))}
    </article>
  );
}

function ViewForm(params: { id: string; requestId: string }) {
  return (
    <ActionForm action={submitView.bind(null, params)} name={`view-${params.requestId}`}>
      <UntilResult>
        <Button>Show the original text</Button>
      </UntilResult>
      <WhenResult name="text">
        <Callout tone="warning" title="The original text">
          <p className="whitespace-pre-wrap break-words" dir="auto">
            <ResultText name="text" />
          </p>
          <p>Do not copy it. You can see it again for 10 minutes. We will tell the author that you unlocked it.</p>
        </Callout>
      </WhenResult>
    </ActionForm>
  );
}
