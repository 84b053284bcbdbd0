import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Callout } from "@/components/ui/callout";
import { MarkedSegments } from "@/components/ui/marked-segments";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireSignedIn } from "@/lib/auth/require-person";
import { maxCommentLength } from "@/lib/comments/comment.schema";
import { getDraft } from "@/lib/comments/drafts/draft.queries";
import { formatDraftPlace } from "@/lib/comments/drafts/draft.rules";
import { whyCannotRevise } from "@/lib/comments/revision.policy";
import { getOwnRevision } from "@/lib/comments/revision.queries";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import { paths } from "@/lib/routes";
import { splitAtSpans } from "@/lib/text-spans";
import { sendRevision } from "./actions";
import { RevisionForm } from "./revision-form";

export const metadata: Metadata = { title: "Change your comment" };

/** Also where the comment can be changed no more, the form is at the same place: React gives what was typed back only there. */
export default async function ChangePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireSignedIn(paths.myComment(id));
  const comment = await getOwnRevision(person, id);
  if (!comment) notFound();
  const { state, text, toAuthor, spans, version } = comment;
  const reason = findReason(comment.reason, comment.reasonVersion);
  const refusal = whyCannotRevise(comment, new Date());
  const place = { comment: id };
  const draft = await getDraft(person, comment.strategyId, place);
  const backLink = (
    <p className="mt-6">
      <TextLink href={paths.my}>Go back to my comments</TextLink>
    </p>
  );
  const isReturned = state === "returned" && !refusal;
  return (
    <Page
      title={refusal ?? (isReturned ? "A rep has asked you to change something" : "Change your comment")}
      lead={refusal ? undefined : `What you wrote on ${comment.areaName}.`}
    >
      {isReturned && (
        <Callout tone="warning" title="Why you need to change it">
          {reason && <p>{reason.text}</p>}
          {toAuthor && <p className="whitespace-pre-wrap">The rep’s message: {toAuthor}</p>}
        </Callout>
      )}
      {isReturned && spans.length > 0 && (
        <section aria-labelledby="marked" className="mb-8">
          <h2 id="marked" className="mb-2 text-xl">
            The parts the rep marked
          </h2>
          <p className="whitespace-pre-wrap break-words" dir="auto">
            <MarkedSegments segments={splitAtSpans(text, spans)} />
          </p>
        </section>
      )}
      <RevisionForm
        action={sendRevision.bind(null, { id })}
        version={version}
        text={text}
        maxLength={maxCommentLength}
        draft={{ strategy: comment.strategyId, place: formatDraftPlace(place) }}
        savedValues={draft ? { text: draft.values.text, draft: String(draft.version) } : {}}
        pageUrl={paths.myComment(id)}
        isRefused={refusal !== null}
      />
      {backLink}
    </Page>
  );
}
