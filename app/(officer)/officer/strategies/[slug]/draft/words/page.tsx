import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { pasteDocumentAction, uploadDocumentAction } from "@/app/(officer)/officer/strategies/[slug]/draft/actions";
import { Callout } from "@/components/ui/callout";
import { Page } from "@/components/ui/page";
import { getPerson } from "@/lib/auth/current-session";
import { paths } from "@/lib/routes";
import { getDraft } from "@/lib/strategies/drafts/draft.queries";
import { PasteForm } from "./paste-form";
import { UploadForm } from "./upload-form";

export const metadata: Metadata = { title: "Bring in the words" };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ note?: string | string[] }> };

export default async function WordsPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { note } = await searchParams;
  const person = await getPerson();
  if (!person.accountId) redirect(`${paths.signIn}?to=${paths.draftText(slug)}`);
  const draft = await getDraft(person, slug);
  if (!draft) notFound();
  return (
    <Page title="Bring in the words" lead={`${draft.strategy.areaName} ${draft.strategy.kindName}`}>
      {typeof note === "string" && (
        <Callout tone="warning" title="The words are in. Look at this first:">
          <p>{note.slice(0, 500)}</p>
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
      <UploadForm action={uploadDocumentAction.bind(null, slug)} version={draft.version} />
      <PasteForm
        action={pasteDocumentAction.bind(null, slug)}
        version={draft.version}
        back={paths.publishStrategy(slug)}
      />
    </Page>
  );
}
