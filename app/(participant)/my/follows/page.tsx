import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionButton } from "@/components/forms/action-form";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { TextLink } from "@/components/ui/text-link";
import { requireSignedIn } from "@/lib/auth/require-person";
import { startOfWeek } from "@/lib/dates";
import { singleParams } from "@/lib/forms/query-params";
import { getStrategyNews } from "@/lib/notifications/digest.queries";
import { newsText, previousWeek } from "@/lib/notifications/digest.rules";
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
      lead={
        person.accountId
          ? "We email you once a week if there is something new. The subject line does not say what it is about."
          : undefined
      }
    >
      {person.accountId ? (
        <AddFollowForm {...query} follows={follows} />
      ) : (
        <ReceiptNews strategyId={query.strategy ?? person.participantStrategyId ?? ""} pageUrl={pageUrl} />
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

/** For somebody with a receipt, whom we cannot email: what the weekly email would have, and this week’s. */
async function ReceiptNews({ strategyId, pageUrl }: { strategyId: string; pageUrl: string }) {
  const strategy = await getStrategyOutline(strategyId);
  if (!strategy) notFound();
  const now = new Date();
  const [thisWeek, lastWeek] = await Promise.all([
    getStrategyNews(strategyId, startOfWeek(now)),
    getStrategyNews(strategyId, previousWeek(now)),
  ]);
  return (
    <>
      <p className="measure mb-4">
        You used your code, so we do not have your email address. Come back to this page with your code to see what is
        new.
      </p>
      {[
        { name: "This week", news: thisWeek },
        { name: "Last week", news: lastWeek },
      ].map(({ name, news }) => (
        <section key={name} className="border-line border-t py-3" aria-label={name}>
          <h2 className="text-xl">{name}</h2>
          {news ? <TextLink href={news.path}>{newsText(news)}</TextLink> : <p>Nothing new on {strategy.areaName}.</p>}
        </section>
      ))}
      <p className="mt-4 flex flex-wrap gap-x-6">
        <TextLink href={paths.answersFeed(strategyId)}>Answers as a feed (Atom)</TextLink>
        <TextLink href={paths.signInTo(pageUrl)}>Sign in by email to get a weekly email</TextLink>
      </p>
    </>
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
