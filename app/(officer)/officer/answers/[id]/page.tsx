import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerForm } from "@/components/answers/answer-form";
import { OfficerSourceLinks } from "@/components/answers/source-links";
import { IdentifyingDetailsWarning } from "@/components/comments/identifying-details-warning";
import { ActionForm } from "@/components/forms/action-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { canReviseAnswer, whyCannotPublishAnswer, whyCannotReviewAnswer } from "@/lib/answers/answer.policy";
import { type AnswerRevisionView, type AnswerView, getAnswer } from "@/lib/answers/answer.queries";
import { answerDecisionLabels, answerValues } from "@/lib/answers/answer.rules";
import { requireAccount } from "@/lib/auth/require-person";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { listParagraphOptions } from "@/lib/strategies/versions/paragraph.queries";
import { publishAnswerAction, reviewAnswerAction, reviseAnswerAction } from "./actions";

export const metadata: Metadata = { title: "An answer" };

export default async function AnswerPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await requireAccount(paths.answer(id));
  const answer = await getAnswer(person, id);
  const newest = answer?.revisions[0];
  if (!answer || !newest) notFound();
  const paragraphs = await listParagraphOptions(answer.source.strategyId);
  const { facts, version } = answer;
  return (
    <Page title={answer.source.title}>
      <OfficerSourceLinks {...answer.source} />
      <AnswerStateNotice {...answer} />
      <RevisionText {...newest} />
      {facts.state !== "published" && <IdentifyingDetailsWarning text={[newest.why, newest.changed].join("\n\n")} />}
      {facts.state === "draft" && (
        <Step why={whyCannotReviewAnswer(person, facts)}>
          <ActionForm action={reviewAnswerAction.bind(null, { id, version })} name="review" className="my-6">
            <p className="flex flex-wrap gap-3">
              <Button name="step" value="publish">
                Approve and publish
              </Button>
              <Button kind="secondary" name="step" value="keep">
                Approve, but do not publish yet
              </Button>
            </p>
          </ActionForm>
        </Step>
      )}
      {facts.state === "reviewed" && (
        <Step why={whyCannotPublishAnswer(person, facts)}>
          <ActionForm action={publishAnswerAction.bind(null, { id, version })} name="publish" className="my-6">
            <Button>Publish</Button>
          </ActionForm>
        </Step>
      )}
      {canReviseAnswer(person, facts) && (
        <details
          className="mt-8 border-line border-t pt-4"
          open={facts.state === "draft" && facts.writtenById === person.accountId}
        >
          <summary className="link flex min-h-11 cursor-pointer items-center">Edit</summary>
          <div className="mt-4">
            <AnswerForm
              action={reviseAnswerAction.bind(null, { id })}
              version={version}
              paragraphs={paragraphs}
              defaults={answerValues({ ...newest, paragraph: newest.paragraphId })}
            />
          </div>
        </details>
      )}
      <EarlierRevisions revisions={answer.revisions.slice(1)} />
    </Page>
  );
}

function Step({ why, children }: { why: string | null; children: React.ReactNode }) {
  return why ? <Callout>{why}</Callout> : children;
}

function AnswerStateNotice({ facts, publishedRevision, source, revisions }: AnswerView) {
  const link = (
    <a className="link" href={`${paths.answers(source.strategyId)}`}>
      the answers
    </a>
  );
  if (facts.state === "published") return <Callout tone="good">Everyone can read it in {link}.</Callout>;
  const stateText = facts.state === "draft" ? "waiting for a second officer" : "ready to publish";
  const revisionText = publishedRevision
    ? `New version: number ${revisions[0]?.number}. Readers still see number ${publishedRevision} for now.`
    : "";
  return (
    <Callout tone="warning" title={`This is ${stateText}.`}>
      <p>Only officers of your body can see this. {revisionText}</p>
    </Callout>
  );
}

function RevisionText({ decision, why, changed, by, reviewedBy, publishedAt }: AnswerRevisionView) {
  return (
    <div className="mb-6">
      <p className="mb-2">
        <Tag>{answerDecisionLabels[decision]}</Tag>
      </p>
      <p className="measure whitespace-pre-wrap break-words">{why}</p>
      {changed && (
        <p className="measure mt-3 whitespace-pre-wrap break-words">
          <span className="font-semibold">What changed: </span>
          {changed}
        </p>
      )}
      <p className="mt-2 text-muted text-sm">
        Written by {by}
        {reviewedBy && `. Reviewed by ${reviewedBy}`}
        {publishedAt && `. Published on ${formatDay(publishedAt)}`}.
      </p>
    </div>
  );
}

function EarlierRevisions({ revisions }: { revisions: AnswerRevisionView[] }) {
  if (revisions.length === 0) return null;
  return (
    <section aria-labelledby="earlier-revisions" className="mt-10">
      <h2 id="earlier-revisions" className="mb-3 text-2xl">
        Earlier versions
      </h2>
      {revisions.map((revision) => (
        <div key={revision.number} className="border-line border-l-4 pl-4">
          <RevisionText {...revision} />
        </div>
      ))}
    </section>
  );
}
