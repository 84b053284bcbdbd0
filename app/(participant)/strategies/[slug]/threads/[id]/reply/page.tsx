import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClosedNotice } from "@/app/(participant)/strategies/[slug]/sections/[number]/write/refusals";
import { CommentCard } from "@/components/comments/comment-card";
import { CommentForm } from "@/components/comments/comment-form";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { getPerson } from "@/lib/auth/current-session";
import { whyCannotReply } from "@/lib/comments/comment.policy";
import { getThread } from "@/lib/comments/comment.queries";
import { maxCommentLength } from "@/lib/comments/comment.schema";
import { getDraft } from "@/lib/comments/drafts/draft.queries";
import { formatDraftPlace } from "@/lib/comments/drafts/draft.rules";
import { draftFormValues } from "@/lib/comments/drafts/draft.schema";
import { getWriter } from "@/lib/comments/writer.queries";
import { needsReceipt } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { newFormId } from "@/lib/security/encryption";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { isPostModerated } from "@/lib/strategies/strategy.queries";
import { getSection } from "@/lib/strategies/versions/section.queries";
import { sendReply } from "./actions";

export const metadata: Metadata = { title: "Write a reply" };

type Props = { params: Promise<{ slug: string; id: string }> };

export default async function ReplyPage({ params }: Props) {
  const { slug, id } = await params;
  const thread = await getThread(slug, id, null);
  const section = thread && (await getSection(slug, thread.section.number));
  if (!section) notFound();
  const isFirstCommentPublished = thread.first.state === "published";
  const refusal =
    whyCannotComment(section.strategy, new Date()) ?? whyCannotReply({ state: thread.state, isFirstCommentPublished });
  const threadUrl = paths.thread(slug, id);
  const person = await getPerson();
  const [draft, isPublishedFirst, writer] = await Promise.all([
    getDraft(person, slug, { thread: id }),
    isPostModerated(slug),
    getWriter(person, slug),
  ]);
  const isClosed = whyCannotComment(section.strategy, new Date()) !== null;
  return (
    <Page title={refusal ?? "Write a reply"}>
      <CommentCard {...thread.first} />
      <CommentForm
        action={sendReply.bind(null, { slug, thread: id })}
        versionId={section.versionId}
        formId={newFormId()}
        maxLength={maxCommentLength}
        textLabel="Your reply"
        isPublishedFirst={isPublishedFirst}
        options={null}
        writer={writer}
        refusal={
          isClosed ? (
            <ClosedNotice strategy={section.strategy} backUrl={threadUrl} backLabel={section.title} />
          ) : (
            refusal && <TextLink href={threadUrl}>Go back to the thread</TextLink>
          )
        }
        draft={needsReceipt(person, slug) ? null : { strategy: slug, place: formatDraftPlace({ thread: id }) }}
        savedValues={draftFormValues(draft)}
        pageUrl={paths.reply(slug, id)}
      />
    </Page>
  );
}
