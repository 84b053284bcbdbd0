import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentCard } from "@/components/comments/comment-card";
import { ReactionButtons, ReactionScript } from "@/components/comments/reaction-buttons";
import { ReportLink } from "@/components/comments/report-link";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { whyCannotReply } from "@/lib/comments/comment.policy";
import { type CommentView, getThread } from "@/lib/comments/comment.queries";
import { commentCursor } from "@/lib/comments/comment.schema";
import { singleParams } from "@/lib/forms/query-params";
import { paths } from "@/lib/routes";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import { getSection } from "@/lib/strategies/versions/section.queries";
import { getLastParagraphText } from "@/lib/strategies/versions/version.queries";

export const metadata: Metadata = { title: "Comment and replies" };

type Props = {
  params: Promise<{ slug: string; id: string }>;
  searchParams: Promise<{ after?: string | string[]; reply?: string | string[] }>;
};

export default async function ThreadPage({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const { after, reply } = singleParams(await searchParams);
  const cursor = after === undefined ? null : commentCursor.safeParse(after);
  if (cursor?.success === false) notFound();
  const thread = await getThread(slug, id, cursor?.data ?? (reply ? { reply } : null));
  const section = thread && (await getSection(slug, thread.section.number));
  if (!section) notFound();
  const about = thread.paragraphId && (await getLastParagraphText(slug, thread.paragraphId));
  const isFirstCommentPublished = thread.first.state === "published";
  const refusal =
    whyCannotComment(section.strategy, new Date()) ?? whyCannotReply({ state: thread.state, isFirstCommentPublished });
  const { items, next } = thread.replies;
  const isOpen = whyCannotComment(section.strategy, new Date()) === null;
  const buttons = (comment: CommentView) =>
    comment.state === "published" && (
      <>
        {isOpen && <ReactionButtons slug={slug} id={comment.id} alias={comment.alias} />}
        <ReportLink slug={slug} id={comment.id} alias={comment.alias} />
      </>
    );
  return (
    <Page title={`On “${section.title}”`}>
      <p className="mb-4">
        <TextLink href={paths.section(slug, section.number)}>
          {section.strategy.areaName}: all comments on “{section.title}”
        </TextLink>
      </p>
      {about && (
        <About
          paragraphUrl={`${paths.section(slug, section.number)}#paragraph-${thread.paragraphId}`}
          slug={slug}
          {...about}
        />
      )}
      <CommentCard {...thread.first}>{buttons(thread.first)}</CommentCard>
      <section aria-labelledby="replies-title">
        <h2 id="replies-title" className="my-4 text-2xl">
          Replies
        </h2>
        {!thread.replies.isFirstPage && (
          <p className="mb-4">
            <TextLink href={paths.thread(slug, id)}>Read replies from the start</TextLink>
          </p>
        )}
        {items.length === 0 && <p>{after ? "There are no more replies." : "Nobody has replied yet."}</p>}
        {items.length > 1 && (
          <p className="mb-4 text-muted">
            Replies from the same week are in random order, so that nobody can tell when each was written.
          </p>
        )}
        {items.map((reply) => (
          <CommentCard key={reply.id} {...reply}>
            {buttons(reply)}
          </CommentCard>
        ))}
        {next && (
          <ButtonLink kind="secondary" href={`${paths.thread(slug, id)}?after=${next}`}>
            Load more replies
          </ButtonLink>
        )}
      </section>
      {isOpen && <ReactionScript />}
      <p className="mt-6">
        {refusal ? <strong>{refusal}</strong> : <ButtonLink href={paths.reply(slug, id)}>Reply</ButtonLink>}
      </p>
    </Page>
  );
}

type AboutProps = { slug: string; paragraphUrl: string; text: string; version: number; isRemoved: boolean };

/** The paragraph that a thread is about; when it was removed, the last version that had it. */
function About({ slug, paragraphUrl, text, version, isRemoved }: AboutProps) {
  const [introduction, href, link] = isRemoved
    ? ["About text that is not in the latest version:", paths.version(slug, version), `Read version ${version}`]
    : ["On this paragraph:", paragraphUrl, "read it in context"];
  return (
    <blockquote className="measure mb-4 border-gold border-l-4 pl-4">
      <p className="text-muted">
        {introduction}{" "}
        <a className="link" href={href}>
          {link}
        </a>
      </p>
      <p className="whitespace-pre-line break-words">{text}</p>
    </blockquote>
  );
}
