import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionButton } from "@/components/forms/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { requireSignedIn } from "@/lib/auth/require-person";
import { singleParams } from "@/lib/forms/query-params";
import { type FollowView, listFollows } from "@/lib/notifications/follow.queries";
import { followInput } from "@/lib/notifications/follow.schema";
import { paths } from "@/lib/routes";
import { getStrategyOutline } from "@/lib/strategies/strategy.queries";
import { startFollowing, stopFollowing } from "./actions";

export const metadata: Metadata = { title: "What you follow" };

type Props = { searchParams: Promise<{ strategy?: string | string[]; section?: string | string[] }> };

/** What the person follows by weekly mail; with a strategy in the query, also a button to follow it. */
export default async function FollowsPage({ searchParams }: Props) {
  const query = singleParams(await searchParams);
  const pageUrl = `${paths.follows}${query.strategy ? `?${new URLSearchParams(query)}` : ""}`;
  const person = await requireSignedIn(pageUrl);
  const follows = await listFollows(person);
  return (
    <Page
      title="What you follow"
      lead="We email you once a week if there is something new. The subject line does not say what it is about."
    >
      {person.accountId ? (
        <AddFollowForm {...query} follows={follows} />
      ) : (
        <Callout title="You need an email address for this">
          <p>You used your receipt, so we do not have your email address. Sign in by email to get the weekly email.</p>
          <ButtonLink kind="secondary" href={paths.signInTo(pageUrl)}>
            Sign in by email
          </ButtonLink>
        </Callout>
      )}
      {person.accountId && follows.length === 0 && (
        <EmptyState next={{ href: paths.strategies, label: "Choose a strategy" }}>
          You do not follow anything yet. Go to a strategy’s page to follow it.
        </EmptyState>
      )}
      <ul>
        {follows.map((follow) => (
          <li
            key={`${follow.strategyId} ${follow.section}`}
            className="flex flex-wrap items-center justify-between gap-3 border-line border-t py-3"
          >
            <span>{followName(follow)}</span>
            <ActionButton action={stopFollowing.bind(null, { strategy: follow.strategyId, section: follow.section })}>
              Stop following<span className="sr-only"> {followName(follow)}</span>
            </ActionButton>
          </li>
        ))}
      </ul>
    </Page>
  );
}

const followName = ({ areaName, title }: FollowView) => (title ? `${areaName}: ${title}` : areaName);

type AddFollowProps = { strategy?: string; section?: string; follows: FollowView[] };

async function AddFollowForm({ strategy: slug, section: sectionNumber, follows }: AddFollowProps) {
  if (slug === undefined) return null;
  const parsed = followInput.safeParse({ strategy: slug, section: sectionNumber });
  const strategy = parsed.success ? await getStrategyOutline(parsed.data.strategy) : null;
  if (!parsed.success || !strategy) notFound();
  const section = strategy.sections.find(({ number }) => number === parsed.data.section);
  if (parsed.data.section !== null && !section) notFound();
  const isFollowed = follows.some((follow) => follow.strategyId === slug && follow.section === parsed.data.section);
  if (isFollowed) return null;
  const name = section ? `${strategy.areaName}: ${section.title}` : strategy.areaName;
  return (
    <div className="mb-8">
      <ActionButton action={startFollowing.bind(null, parsed.data)} kind="primary">
        Follow “{name}”
      </ActionButton>
    </div>
  );
}
