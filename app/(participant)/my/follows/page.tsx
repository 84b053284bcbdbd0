import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Button, ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { singleParams } from "@/lib/forms/query-params";
import { type FollowView, listFollows } from "@/lib/notifications/follow.queries";
import { followInput } from "@/lib/notifications/follow.schema";
import { isSignedIn } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { getStrategy } from "@/lib/strategies/strategy.queries";
import { startFollowing, stopFollowing } from "./actions";

export const metadata: Metadata = { title: "What you follow" };

type Props = { searchParams: Promise<{ strategy?: string | string[]; section?: string | string[] }> };

/** What comes by the weekly mail; with a strategy in the address, also a way to add it. */
export default async function FollowsPage({ searchParams }: Props) {
  const query = singleParams(await searchParams);
  const person = await getPerson();
  const pageUrl = `${paths.follows}${query.strategy ? `?${new URLSearchParams(query)}` : ""}`;
  if (!isSignedIn(person)) redirect(`${paths.signIn}?to=${encodeURIComponent(pageUrl)}`);
  const follows = await listFollows(person);
  return (
    <Page
      title="What you follow"
      lead="Once a week, when there is something new, we send you one e-mail. Its subject says nothing of what it is about."
    >
      {person.accountId ? (
        <AddFollowForm {...query} follows={follows} />
      ) : (
        <Callout title="We need an e-mail address for this">
          <p>
            You came back with your receipt, so we have no address of yours. Sign in by e-mail if you want the weekly
            mail.
          </p>
          <ButtonLink kind="secondary" href={`${paths.signIn}?to=${encodeURIComponent(pageUrl)}`}>
            Sign in by e-mail
          </ButtonLink>
        </Callout>
      )}
      {person.accountId && follows.length === 0 && <p>You follow nothing yet. The page of each strategy says how.</p>}
      <ul>
        {follows.map((follow) => (
          <li
            key={`${follow.strategyId} ${follow.section}`}
            className="flex flex-wrap items-center justify-between gap-3 border-line border-t py-3"
          >
            <span>{followName(follow)}</span>
            <form action={stopFollowing}>
              <FollowTargetFields strategy={follow.strategyId} section={follow.section} />
              <Button kind="secondary">
                Stop<span className="sr-only"> following {followName(follow)}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Page>
  );
}

const followName = ({ areaName, title }: FollowView) => (title ? `${areaName}: ${title}` : areaName);

function FollowTargetFields({ strategy, section }: { strategy: string; section: number | null }) {
  return (
    <>
      <input type="hidden" name="strategy" value={strategy} />
      <input type="hidden" name="section" value={section ?? ""} />
    </>
  );
}

type AddFollowProps = { strategy?: string; section?: string; follows: FollowView[] };

async function AddFollowForm({ strategy: slug, section: sectionNumber, follows }: AddFollowProps) {
  if (slug === undefined) return null;
  const parsed = followInput.safeParse({ strategy: slug, section: sectionNumber });
  const strategy = parsed.success ? await getStrategy(parsed.data.strategy) : null;
  if (!parsed.success || !strategy) notFound();
  const section = strategy.sections.find(({ number }) => number === parsed.data.section);
  if (parsed.data.section !== null && !section) notFound();
  const isFollowed = follows.some((follow) => follow.strategyId === slug && follow.section === parsed.data.section);
  if (isFollowed) return null;
  const name = section ? `${strategy.areaName}: ${section.title}` : strategy.areaName;
  return (
    <form action={startFollowing} className="mb-8">
      <FollowTargetFields strategy={slug} section={parsed.data.section} />
      <Button>Follow “{name}”</Button>
    </form>
  );
}
