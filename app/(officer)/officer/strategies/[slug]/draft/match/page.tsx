import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { match } from "@/app/(officer)/officer/strategies/[slug]/draft/actions";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { paths } from "@/lib/routes";
import { getMatching } from "@/lib/strategies/drafts/draft.queries";
import { changesBetween } from "@/lib/strategies/versions/text-diff";
import { MatchForm } from "./match-form";

export const metadata: Metadata = { title: "What goes on from the version before" };

export default async function MatchPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.draftMatch(slug)}`);
  const matching = await getMatching(person, slug);
  if (!matching) notFound();
  const { version, same, others, gone } = matching;
  return (
    <Page
      title="What goes on from the version before"
      lead="A paragraph that goes on keeps the conversations about it. We matched the words; look where we could be wrong."
    >
      <p className="mb-6">{same === 1 ? "1 paragraph is" : `${same} paragraphs are`} as before.</p>
      <MatchForm
        action={match.bind(null, slug)}
        version={version}
        back={paths.publish(slug)}
        gone={gone}
        others={others.map(({ before, ...other }) => ({
          ...other,
          changes: before === null ? null : changesBetween(before, other.text),
        }))}
      />
    </Page>
  );
}
