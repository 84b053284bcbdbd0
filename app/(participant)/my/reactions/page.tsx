import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireSignedIn } from "@/lib/auth/require-person";
import { cutText } from "@/lib/characters";
import { listOwnReactions } from "@/lib/comments/reactions/own-reaction.queries";
import { paths } from "@/lib/routes";

export const metadata: Metadata = { title: "Your reactions" };

const reactionLabels = { agree: "You agree", disagree: "You disagree", pass: "You passed" };

export default async function MyReactionsPage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string | string[] }>;
}) {
  const person = await requireSignedIn(paths.myReactions);
  const { after } = await searchParams;
  const { items, next } = await listOwnReactions(person, typeof after === "string" ? after : null);
  return (
    <Page
      title="Your reactions"
      lead="How you reacted to other people’s comments. Only you can see this page. Others only see totals."
    >
      {items.length === 0 && (
        <EmptyState next={{ href: paths.strategies, label: "Choose a strategy" }}>
          You have not reacted to any comments yet. To start, choose “Do you agree?” on a strategy’s page.
        </EmptyState>
      )}
      <ul>
        {items.map(({ commentId, strategyId, areaName, value, text }) => (
          <li key={commentId} className="border-line border-t py-4">
            <p className="text-muted">{areaName}</p>
            <p className="measure mb-1 whitespace-pre-wrap break-words" dir="auto">
              {text ?? "This comment has gone, and so has your reaction."}
            </p>
            <p className="flex flex-wrap items-center gap-x-4">
              <strong>{reactionLabels[value]}</strong>
              {text !== null && (
                <TextLink href={paths.reactToComment(strategyId, commentId)}>
                  Change it<span className="sr-only">: {cutText(text, 60)}</span>
                </TextLink>
              )}
            </p>
          </li>
        ))}
      </ul>
      {next && (
        <ButtonLink kind="secondary" href={`${paths.myReactions}?after=${next}`}>
          Load more
        </ButtonLink>
      )}
      <p className="mt-6">
        <TextLink href={paths.my}>Go back to my comments</TextLink>
      </p>
    </Page>
  );
}
