import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Button, ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { givenOnce } from "@/lib/forms/form-state";
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
  const asked = givenOnce(await searchParams);
  const person = await getPerson();
  const here = `${paths.follows}${asked.strategy ? `?${new URLSearchParams(asked)}` : ""}`;
  if (!isSignedIn(person)) redirect(`${paths.signIn}?to=${encodeURIComponent(here)}`);
  const follows = await listFollows(person);
  return (
    <Page
      title="What you follow"
      lead="Once a week, when there is something new, we send you one e-mail. Its subject says nothing of what it is about."
    >
      {person.accountId ? (
        <Adding {...asked} follows={follows} />
      ) : (
        <Callout title="We need an e-mail address for this">
          <p>
            You came back with your receipt, so we have no address of yours. Sign in by e-mail if you want the weekly
            mail.
          </p>
          <ButtonLink kind="secondary" href={`${paths.signIn}?to=${encodeURIComponent(here)}`}>
            Sign in by e-mail
          </ButtonLink>
        </Callout>
      )}
      {person.accountId && follows.length === 0 && <p>You follow nothing yet. The page of each strategy says how.</p>}
      <ul>
        {follows.map((one) => (
          <li
            key={`${one.strategyId} ${one.section}`}
            className="flex flex-wrap items-center justify-between gap-3 border-line border-t py-3"
          >
            <span>{nameOf(one)}</span>
            <form action={stopFollowing}>
              <Which strategy={one.strategyId} section={one.section} />
              <Button kind="secondary">
                Stop<span className="sr-only"> following {nameOf(one)}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Page>
  );
}

const nameOf = ({ areaName, title }: FollowView) => (title ? `${areaName}: ${title}` : areaName);

function Which({ strategy, section }: { strategy: string; section: number | null }) {
  return (
    <>
      <input type="hidden" name="strategy" value={strategy} />
      <input type="hidden" name="section" value={section ?? ""} />
    </>
  );
}

type AddingProps = { strategy?: string; section?: string; follows: FollowView[] };

async function Adding({ strategy: slug, section: number, follows }: AddingProps) {
  if (slug === undefined) return null;
  const parsed = followInput.safeParse({ strategy: slug, section: number });
  const strategy = parsed.success ? await getStrategy(parsed.data.strategy) : null;
  if (!parsed.success || !strategy) notFound();
  const section = strategy.sections.find((one) => one.number === parsed.data.section);
  if (parsed.data.section !== null && !section) notFound();
  const isThere = follows.some((one) => one.strategyId === slug && one.section === parsed.data.section);
  if (isThere) return null;
  const name = section ? `${strategy.areaName}: ${section.title}` : strategy.areaName;
  return (
    <form action={startFollowing} className="mb-8">
      <Which strategy={slug} section={parsed.data.section} />
      <Button>Follow “{name}”</Button>
    </form>
  );
}
