import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { saveAboutAction } from "@/app/(officer)/officer/strategies/[slug]/draft/actions";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { paths } from "@/lib/routes";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";
import { AboutForm } from "./about-form";

export const metadata: Metadata = { title: "What the strategy is" };

export default async function AboutPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.draftAbout(slug)}`);
  const draft = await getDraft(person, slug);
  if (!draft) notFound();
  const { note, ...about } = draft.about;
  return (
    <Page title="What the strategy is" lead={`${draft.strategy.areaName} ${draft.strategy.kindName}`}>
      <AboutForm
        action={saveAboutAction.bind(null, slug)}
        version={draft.version}
        isFirst={draft.strategy.newestVersion === 0}
        initialValues={{ ...about, note: note ?? "" }}
        back={paths.publishStrategy(slug)}
      />
    </Page>
  );
}
