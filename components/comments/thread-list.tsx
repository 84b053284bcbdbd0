import { CommentCard, type CommentCardProps } from "@/components/comments/comment-card";
import { ReactionButtons, ReactionScript } from "@/components/comments/reaction-buttons";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";

type Thread = { id: string; state: "open" | "locked" | "archived"; replyCount: number; first: CommentCardProps };

type Props = { slug: string; threads: Thread[]; moreUrl: string | null; isOpen: boolean };

/** A page of threads, each with its first comment, and a link to the next page. @param isOpen shows reaction buttons */
export function ThreadList({ slug, threads, moreUrl, isOpen }: Props) {
  return (
    <>
      {threads.map(({ id, replyCount, first }) => (
        <CommentCard key={id} {...first}>
          {isOpen && first.state === "published" && <ReactionButtons slug={slug} id={first.id} alias={first.alias} />}
          <p className="mt-2">
            <TextLink href={paths.thread(slug, id)}>
              {replyCount === 0 ? "Read and reply" : countLabel(replyCount, "reply", "replies")}
              <span className="sr-only"> to {first.alias}</span>
            </TextLink>
          </p>
        </CommentCard>
      ))}
      {isOpen && <ReactionScript />}
      {moreUrl && (
        <p className="mt-4">
          <ButtonLink kind="secondary" href={moreUrl}>
            Load more comments
          </ButtonLink>
        </p>
      )}
    </>
  );
}
