import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { saveMatchesAction } from "@/app/(officer)/officer/strategies/[slug]/draft/actions";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { paths } from "@/lib/routes";
import { getParagraphMatches } from "@/lib/strategies/drafts/paragraph-match.queries";
import { diffText } from "@/lib/strategies/versions/text-diff";
import { MatchForm } from "./match-form";

export const metadata: Metadata = { title: "What goes on from the version before" };

export default async function MatchPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.draftMatch(slug)}`);
  const matching = await getParagraphMatches(person, slug);
  if (!matching) notFound();
  const { version, unchangedCount, changed, removed } = matching;
  return (
    <Page
      title="What goes on from the version before"
      lead="A paragraph that goes on keeps the conversations about it. We matched the words; look where we could be wrong."
    >
      <p className="mb-6">{unchangedCount === 1 ? "1 paragraph is" : `${unchangedCount} paragraphs are`} as before.</p>
      <MatchForm
        action={saveMatchesAction.bind(null, slug)}
        version={version}
        back={paths.publishStrategy(slug)}
        removed={removed}
        changed={changed.map(({ before, ...paragraph }) => ({
          ...paragraph,
          changes: before === null ? null : diffText(before, paragraph.text),
        }))}
      />
    </Page>
  );
}
