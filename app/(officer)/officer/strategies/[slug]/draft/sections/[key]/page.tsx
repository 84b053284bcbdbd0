import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { saveSectionAction } from "@/app/(officer)/officer/strategies/[slug]/draft/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Checkboxes, HiddenField, Select, TextArea, TextField } from "@/components/forms/fields";
import { FoldedField } from "@/components/forms/folded-field";
import { SideBySideTexts } from "@/components/forms/side-by-side-texts";
import { Button, ButtonLink } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { listThemes } from "@/lib/areas/reference-data.queries";
import { requireAccount } from "@/lib/auth/require-person";
import type { StoredValues } from "@/lib/forms/fields.schema";
import { paths } from "@/lib/routes";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";
import type { DraftSection, sectionInput } from "@/lib/strategies/drafts/draft.schema";
import { ParagraphFields } from "./paragraph-fields";

export const metadata: Metadata = { title: "A section of the strategy" };

export default async function DraftSectionPage({ params }: { params: Promise<{ slug: string; key: string }> }) {
  const { slug, key } = await params;
  const person = await requireAccount(paths.draftSection(slug, key));
  const [draft, themes] = await Promise.all([getDraft(person, slug), listThemes()]);
  const section = draft?.sections.find((each) => each.key === key);
  if (!draft || !section) notFound();
  const { paragraphs } = section;
  const otherSections = draft.sections.filter((each) => each !== section);
  const themeOptions = (isFoundation: boolean) =>
    themes
      .filter(({ family }) => (family === "foundation") === isFoundation)
      .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page title={section.title} lead={`A section of the ${draft.strategy.areaName} ${draft.strategy.kindName}`}>
      <ActionForm action={saveSectionAction.bind(null, { slug, key })} defaults={sectionDefaults(section)}>
        <SideBySideTexts />
        <HiddenField name="version" value={draft.version} isRetained />
        {/* Enter in a field presses the first button of a form */}
        <p className="sr-only">
          <Button name="operation" value="save">
            Save section
          </Button>
        </p>
        <TextField name="title" label="Title" />
        <TextArea name="summary" label="What it is about" hint="One plain sentence." rows={2} />
        <Select name="foundation" label="Foundation" emptyLabel="None of them" options={themeOptions(true)} />
        <FoldedField name="themes" summary="Themes" className="mb-6">
          <Checkboxes name="themes" legend="Themes" options={themeOptions(false)} />
        </FoldedField>
        <TextArea
          name="canChange"
          label="What could change in this section"
          hint="You can leave this blank."
          rows={2}
        />
        <h2 className="mt-10 mb-2 text-2xl">Paragraphs</h2>
        {paragraphs.length === 0 && <p className="mb-4">There are no paragraphs yet.</p>}
        {paragraphs.map((paragraph, at) => (
          <ParagraphFields
            key={paragraph.key}
            slug={slug}
            paragraph={paragraph}
            number={at + 1}
            isLast={at === paragraphs.length - 1}
            otherSections={otherSections.map((each) => ({ value: each.key, label: each.title }))}
          />
        ))}
        <p className="my-6">
          <span className="flex flex-wrap gap-3">
            <Button kind="secondary" name="operation" value="add">
              Add a paragraph
            </Button>
            <Button kind="secondary" name="operation" value="fund">
              Add a funding line
            </Button>
          </span>
        </p>
        <p className="flex flex-wrap gap-3 border-line border-t pt-6">
          <Button name="operation" value="save">
            Save section
          </Button>
          <ButtonLink kind="secondary" href={`${paths.publishStrategy(slug)}#parts`}>
            Go back without saving
          </ButtonLink>
        </p>
      </ActionForm>
    </Page>
  );
}

const sectionDefaults = (section: DraftSection): StoredValues<typeof sectionInput> => ({
  title: section.title,
  summary: section.summary,
  foundation: section.foundationId ?? "",
  themes: section.themeIds,
  canChange: section.canChange ?? "",
});
