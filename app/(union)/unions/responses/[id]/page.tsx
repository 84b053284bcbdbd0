import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IdentifyingDetailsWarning } from "@/components/comments/identifying-details-warning";
import { WritingHelp } from "@/components/comments/writing-help";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField, TextArea } from "@/components/forms/fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { MandateFacts } from "@/components/unions/mandate-facts";
import { requireAccount } from "@/lib/auth/require-person";
import { paths } from "@/lib/routes";
import { whyCannotPublishResponse } from "@/lib/unions/responses/collective-response.policy";
import { type DraftPart, getResponseDraft, type ResponseDraft } from "@/lib/unions/responses/response-draft.queries";
import { publishResponseAction } from "./actions";

export const metadata: Metadata = { title: "Your union’s response" };

export default async function DraftPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireAccount(paths.responseDraft(id));
  const draft = await getResponseDraft(person, id);
  if (!draft) notFound();
  const refusal = whyCannotPublishResponse(person, draft.readiness);
  return (
    <Page
      title={`${draft.unionName}${draft.branch && `, ${draft.branch}`}`}
      lead={`Your response to the ${draft.areaName} strategy. Only editors and officers of your union can see this draft.`}
    >
      {draft.revision > 0 && (
        <p className="mb-4">
          <TextLink href={paths.response(draft.strategyId, id)}>What is published now</TextLink>
        </p>
      )}
      <MandateSection {...draft} />
      {draft.parts.map((part) => (
        <PartSection key={part.partKey} id={id} {...part} />
      ))}
      <OrphanedParts {...draft} />
      <section aria-labelledby="publish">
        <h2 id="publish" className="mb-2 text-2xl">
          Publish
        </h2>
        <p>
          Two people must check every response. You cannot publish a response if you were the last to change any part of
          it.
        </p>
        <IdentifyingDetailsWarning text={publicTexts(draft)} />
        {refusal ? (
          <Callout>{refusal}</Callout>
        ) : (
          <ActionForm action={publishResponseAction.bind(null, { id })} className="mt-4">
            <HiddenField name="version" value={draft.version} />
            {draft.readiness.isAmendment && (
              <TextArea
                name="why"
                label="What changed, and why"
                hint="Everyone can read this. Earlier versions stay available."
                rows={3}
              />
            )}
            {draft.readiness.isAmendment && <WritingHelp field="why" />}
            <Button>I have read it all: publish</Button>
          </ActionForm>
        )}
      </section>
    </Page>
  );
}

/** What everybody will read: shown to whoever publishes it with what in it could show who somebody is. */
const publicTexts = ({ mandate, parts }: ResponseDraft) =>
  [mandate?.covers, mandate?.minority, ...parts.map(({ text }) => text)].filter(Boolean).join("\n\n");

function MandateSection({ id, mandate }: ResponseDraft) {
  return (
    <section aria-labelledby="mandate" className="mb-8">
      <h2 id="mandate" className="mb-2 text-2xl">
        Who you speak for
      </h2>
      {mandate ? <MandateFacts mandate={mandate} /> : <p className="mb-4">You need to fill this in.</p>}
      {mandate && <p className="mb-3 text-muted">Last changed by {mandate.editedBy}.</p>}
      <ButtonLink kind="secondary" href={paths.responseDraftMandate(id)}>
        {mandate ? "Change the mandate" : "Fill in the mandate"}
      </ButtonLink>
    </section>
  );
}

/** Texts on sections that the newest version does not have, to move to another part. */
function OrphanedParts({ id, orphanedParts, parts }: ResponseDraft) {
  if (orphanedParts.length === 0) return null;
  return (
    <section aria-labelledby="orphaned-parts" className="border-line border-t py-5">
      <h2 id="orphaned-parts" className="mb-2 text-2xl">
        On sections that are no longer in the strategy
      </h2>
      <p>
        We keep this text, but do not publish it. Copy anything that still applies to a section of the current version.
      </p>
      {orphanedParts.map(({ partKey, title, text, movedToPartKey }) => {
        const newPart = parts.find((part) => part.partKey === movedToPartKey);
        return (
          <section key={partKey} aria-labelledby={`orphaned-${partKey}`} className="mt-5">
            <h3 id={`orphaned-${partKey}`} className="mb-2 text-xl">
              {title}
            </h3>
            <p className="mb-2 whitespace-pre-wrap break-words" dir="auto">
              {text}
            </p>
            {newPart && (
              <p>
                Its text is now in{" "}
                <TextLink href={paths.responseDraftPart(id, newPart.partKey)}>{newPart.title}</TextLink>.
              </p>
            )}
          </section>
        );
      })}
    </section>
  );
}

function PartSection({ id, partKey, title, text, editedBy }: DraftPart & { id: string }) {
  return (
    <section aria-labelledby={`part-${partKey}`} className="border-line border-t py-5">
      <h2 id={`part-${partKey}`} className="mb-2 text-xl">
        {title}
      </h2>
      {text && (
        <p className="mb-2 whitespace-pre-wrap break-words" dir="auto">
          {text}
        </p>
      )}
      {editedBy && <p className="text-muted">Last changed by {editedBy}.</p>}
      <TextLink href={paths.responseDraftPart(id, partKey)}>
        {text ? "Change" : "Write"} <span className="sr-only">{title}</span>
      </TextLink>
    </section>
  );
}
