import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommentCard } from "@/components/comments/comment-card";
import { ReactionButtons } from "@/components/comments/reaction-buttons";
import { ReportLink } from "@/components/comments/report-link";
import { ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { whyClosed, whyNoReplies } from "@/lib/comments/comment.policy";
import { type CommentView, getThread } from "@/lib/comments/comment.queries";
import { cursor } from "@/lib/comments/comment.schema";
import { givenOnce } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";
import { getSection } from "@/lib/strategies/versions/section.queries";
import { getLastWords } from "@/lib/strategies/versions/version.queries";

export const metadata: Metadata = { title: "Comment and replies" };

type Props = { params: Promise<{ slug: string; id: string }>; searchParams: Promise<{ after?: string | string[] }> };

export default async function ThreadPage({ params, searchParams }: Props) {
  const { slug, id } = await params;
  const after = givenOnce(await searchParams).after;
  const from = after === undefined ? null : cursor.safeParse(after);
  if (from?.success === false) notFound();
  const thread = await getThread(slug, id, from?.data ?? null);
  const section = thread && (await getSection(slug, thread.section.number));
  if (!section) notFound();
  const about = thread.paragraphId && (await getLastWords(slug, thread.paragraphId));
  const isFirstShown = thread.first.state === "published";
  const refusal = whyClosed(section.strategy, new Date()) ?? whyNoReplies({ state: thread.state, isFirstShown });
  const { items, next } = thread.replies;
  const isOpen = whyClosed(section.strategy, new Date()) === null;
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
        <a className="link inline-flex min-h-11 items-center" href={paths.section(slug, section.number)}>
          {section.strategy.areaName}: all that people say about “{section.title}”
        </a>
      </p>
      {about && (
        <About
          place={`${paths.section(slug, section.number)}#paragraph-${thread.paragraphId}`}
          slug={slug}
          {...about}
        />
      )}
      <CommentCard {...thread.first}>{buttons(thread.first)}</CommentCard>
      <section aria-labelledby="replies-title">
        <h2 id="replies-title" className="my-4 text-2xl">
          Replies
        </h2>
        {items.length === 0 && <p>{after ? "There are no more replies." : "Nobody has replied yet."}</p>}
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
      <p className="mt-6">
        {refusal ? <strong>{refusal}</strong> : <ButtonLink href={paths.reply(slug, id)}>Reply</ButtonLink>}
      </p>
    </Page>
  );
}

type AboutProps = { slug: string; place: string; text: string; version: number; isGone: boolean };

/** The words of the strategy that a conversation is about; when they are gone, the version that had them last. */
function About({ slug, place, text, version, isGone }: AboutProps) {
  const [said, href, link] = isGone
    ? ["On words that the newest version took out:", paths.version(slug, version), `Read version ${version}`]
    : ["On this paragraph:", place, "read it in its place"];
  return (
    <blockquote className="measure mb-4 border-gold border-l-4 pl-4">
      <p className="text-muted">
        {said}{" "}
        <a className="link" href={href}>
          {link}
        </a>
      </p>
      <p className="whitespace-pre-line break-words">{text}</p>
    </blockquote>
  );
}
