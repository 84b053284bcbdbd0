import type { Metadata } from "next";
import { notFound } from "next/navigation";
import {
  cancelImportAction,
  confirmImportAction,
  pasteDocumentAction,
  uploadDocumentAction,
} from "@/app/(officer)/officer/strategies/[slug]/draft/actions";
import { ActionButton, ActionForm } from "@/components/forms/action-form";
import { FileField, HiddenField, TextArea } from "@/components/forms/fields";
import { SideBySideTexts } from "@/components/forms/side-by-side-texts";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { SaveButtons } from "@/components/ui/save-buttons";
import { Table } from "@/components/ui/table";
import { requireAccount } from "@/lib/auth/require-person";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import type { DocumentLoss } from "@/lib/strategies/documents/parsed-document";
import { listWaitingLosses } from "@/lib/strategies/drafts/document-import.queries";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";

export const metadata: Metadata = { title: "Add the text" };

const maxLossesShown = 200;

export default async function DraftTextPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const person = await requireAccount(paths.draftText(slug));
  const draft = await getDraft(person, slug);
  if (!draft) notFound();
  const losses = await listWaitingLosses(person, slug);
  return (
    <Page title="Add the text" lead={`${draft.strategy.areaName} ${draft.strategy.kindName}`}>
      {losses && <WaitingImport slug={slug} version={draft.version} losses={losses} />}
      <p className="mb-4">
        Each top-level heading starts a section, and lower headings stay in it. We import lists, tables, pictures and
        notes. We leave out bold and italics, and show the address of each link. If we cannot import something, we list
        it here before anything changes.
      </p>
      {draft.sections.length > 0 && (
        <Callout tone="warning">
          What you import replaces all the text in this draft. Paragraphs that stay the same, or nearly the same, keep
          their threads.
        </Callout>
      )}
      <ActionForm action={uploadDocumentAction.bind(null, { slug })} name="upload" className="mb-10">
        <SideBySideTexts />
        <HiddenField name="version" value={draft.version} isRetained />
        <FileField
          name="file"
          label="Upload a document"
          hint="DOCX, ODT or Markdown, up to 8 MB. Pictures and tables are included."
          accept=".docx,.odt,.md,.markdown,.txt"
        />
        <Button>Upload and check</Button>
      </ActionForm>
      <ActionForm action={pasteDocumentAction.bind(null, { slug })}>
        <SideBySideTexts />
        <HiddenField name="version" value={draft.version} isRetained />
        <TextArea
          name="text"
          label="Or paste it as Markdown"
          hint="Up to 200,000 characters. Use “# Title”, “## Section” and an empty line between paragraphs."
          rows={18}
        />
        <SaveButtons returnUrl={paths.publishStrategy(slug)} save="Find sections" />
      </ActionForm>
    </Page>
  );
}

/** What we cannot import of a document, before it replaces the draft. */
function WaitingImport({ slug, version, losses }: { slug: string; version: number; losses: DocumentLoss[] }) {
  const shown = losses.slice(0, maxLossesShown);
  return (
    <section aria-labelledby="losses" className="mb-10 border-line border-b pb-8">
      <h2 id="losses" className="mb-2 text-2xl">
        Check what we cannot import
      </h2>
      <p className="mb-4">
        We have read your document. {countLabel(losses.length, "thing")} in it cannot be imported unchanged. Nothing in
        your draft has changed yet.
      </p>
      <Table
        caption={
          losses.length > shown.length ? `The first ${shown.length} of ${losses.length}` : "What we cannot import"
        }
        head={["Where", "What happens"]}
        rows={shown.map(({ place, message }) => [place, message])}
      />
      <ActionForm action={confirmImportAction.bind(null, { slug })} name="confirm" className="mt-4">
        <HiddenField name="version" value={version} isRetained />
        <Button>Import the rest</Button>
      </ActionForm>
      <ActionButton action={cancelImportAction.bind(null, { slug })}>Do not import</ActionButton>
    </section>
  );
}
