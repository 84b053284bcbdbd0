import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pasteDocumentAction, uploadDocumentAction } from "@/app/(officer)/officer/strategies/[slug]/draft/actions";
import { ActionForm } from "@/components/forms/action-form";
import { FileField, HiddenField, TextArea } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { SaveButtons } from "@/components/ui/save-buttons";
import { requireAccount } from "@/lib/auth/require-person";
import { cutText } from "@/lib/characters";
import { paths } from "@/lib/routes";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";

export const metadata: Metadata = { title: "Bring in the words" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ note?: string | string[] }> };

export default async function DraftTextPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { note } = await searchParams;
  const person = await requireAccount(paths.draftText(slug));
  const draft = await getDraft(person, slug);
  if (!draft) notFound();
  return (
    <Page title="Bring in the words" lead={`${draft.strategy.areaName} ${draft.strategy.kindName}`}>
      {typeof note === "string" && (
        <Callout tone="warning" title="The words are in. Look at this first:">
          <p>{cutText(note, 500)}</p>
          <p>
            <a className="link" href={`${paths.publishStrategy(slug)}#parts`}>
              See the parts that we found
            </a>
          </p>
        </Callout>
      )}
      <p className="mb-4">
        A heading begins a part, and lower headings stay in it. Lists and tables come along. Then you say what each
        picture shows. Bold and the like go, and a link keeps its address.
      </p>
      {draft.sections.length > 0 && (
        <Callout tone="warning">
          What you bring in takes the place of all words in this draft. A paragraph that stays the same, or nearly,
          keeps the conversations about it.
        </Callout>
      )}
      <ActionForm action={uploadDocumentAction.bind(null, { slug })} className="mb-10">
        <HiddenField name="version" value={draft.version} isRetained />
        <FileField
          name="file"
          label="Send the document"
          hint="DOCX, ODT or Markdown, up to 8 MB. Its pictures and tables come along."
          accept=".docx,.odt,.md,.markdown,.txt"
        />
        <Button>Read the document</Button>
      </ActionForm>
      <ActionForm action={pasteDocumentAction.bind(null, { slug })}>
        <HiddenField name="version" value={draft.version} isRetained />
        <TextArea
          name="text"
          label="Or paste it as Markdown"
          hint="Up to 200,000 characters. “# Title”, “## A part”, an empty line between paragraphs."
          rows={18}
        />
        <SaveButtons returnUrl={paths.publishStrategy(slug)} save="Find its parts" />
      </ActionForm>
    </Page>
  );
}
