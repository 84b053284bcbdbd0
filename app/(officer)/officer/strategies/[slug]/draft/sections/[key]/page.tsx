import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { saveSectionAction } from "@/app/(officer)/officer/strategies/[slug]/draft/actions";
import { Page } from "@/components/ui/page";
import { listThemes } from "@/lib/areas/reference-data.queries";
import { getPerson } from "@/lib/auth/current-session";
import { paths } from "@/lib/routes";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";
import { SectionForm } from "./section-form";

export const metadata: Metadata = { title: "A part of the strategy" };

export default async function DraftSectionPage({ params }: { params: Promise<{ slug: string; key: string }> }) {
  const { slug, key } = await params;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.draftSection(slug, key)}`);
  const [draft, themes] = await Promise.all([getDraft(person, slug), listThemes()]);
  const section = draft?.sections.find((each) => each.key === key);
  if (!draft || !section) notFound();
  const options = (isFoundation: boolean) =>
    themes
      .filter(({ family }) => (family === "foundation") === isFoundation)
      .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page title={section.title} lead={`A part of the ${draft.strategy.areaName} ${draft.strategy.kindName}`}>
      <SectionForm
        action={saveSectionAction.bind(null, slug, key)}
        version={draft.version}
        slug={slug}
        section={section}
        foundations={options(true)}
        themes={options(false)}
        others={draft.sections
          .filter((each) => each !== section)
          .map((each) => ({ value: each.key, label: each.title }))}
        back={`${paths.publishStrategy(slug)}#parts`}
      />
    </Page>
  );
}
