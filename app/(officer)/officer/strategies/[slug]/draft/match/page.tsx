import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { saveMatchesAction } from "@/app/(officer)/officer/strategies/[slug]/draft/actions";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField, type Option, Select } from "@/components/forms/fields";
import { SideBySideTexts } from "@/components/forms/side-by-side-texts";
import { TextDiff } from "@/components/strategies/text-diff";
import { Page } from "@/components/ui/page";
import { SaveButtons } from "@/components/ui/save-buttons";
import { requireAccount } from "@/lib/auth/require-person";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import { getParagraphMatches, type ParagraphMatches } from "@/lib/strategies/drafts/paragraph-match.queries";
import { diffText } from "@/lib/strategies/versions/text-diff";

export const metadata: Metadata = { title: "Match paragraphs to the last version" };

export default async function MatchPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const person = await requireAccount(paths.draftMatch(slug));
  const matching = await getParagraphMatches(person, slug);
  if (!matching) notFound();
  const { version, unchangedCount, changed, removed } = matching;
  const options = removed.map(({ id, label }) => ({ value: id, label }));
  return (
    <Page
      title="Match paragraphs to the last version"
      lead="A paragraph that continues keeps its threads. We matched the text. Check where we might be wrong."
    >
      <p className="mb-6">{unchangedCount === 1 ? "1 paragraph is" : `${unchangedCount} paragraphs are`} as before.</p>
      <ActionForm action={saveMatchesAction.bind(null, { slug })}>
        <SideBySideTexts />
        <HiddenField name="version" value={version} isRetained />
        {changed.length === 0 && <p className="mb-6">Nothing is new or changed.</p>}
        {changed.map((paragraph, at) => (
          <ParagraphMatch key={paragraph.key} paragraph={paragraph} number={at + 1} options={options} />
        ))}
        {removed.length > 0 && <RemovedParagraphs removed={removed} />}
        <SaveButtons returnUrl={paths.publishStrategy(slug)} />
      </ActionForm>
    </Page>
  );
}

type ParagraphMatchProps = { paragraph: ParagraphMatches["changed"][number]; number: number; options: Option[] };

/** A paragraph that is new or has changed, and the earlier one that it continues. */
function ParagraphMatch({ paragraph, number, options }: ParagraphMatchProps) {
  const { key, section, text, before, paragraphId, label } = paragraph;
  const ownOption = paragraphId ? [{ value: paragraphId, label }] : [];
  return (
    <div className="border-line border-t py-4">
      <p className="mb-1 text-muted">{section}</p>
      <div className="mb-3">
        {before === null ? (
          <p className="whitespace-pre-line break-words">{text}</p>
        ) : (
          <TextDiff changes={diffText(before, text)} />
        )}
      </div>
      <Select
        name={`from-${key}`}
        label={`Paragraph ${number} continues from`}
        emptyLabel="None: it is new"
        options={[...ownOption, ...options]}
        defaultValue={paragraphId ?? ""}
      />
    </div>
  );
}

function RemovedParagraphs({ removed }: { removed: ParagraphMatches["removed"] }) {
  return (
    <section aria-labelledby="removed" className="border-line border-t py-4">
      <h2 id="removed" className="mb-2 text-2xl">
        Taken out
      </h2>
      <ul className="list-disc space-y-1 pl-6">
        {removed.map(({ id, label, threads }) => (
          <li key={id}>
            {label}
            {threads > 0 && `: ${countLabel(threads, "thread")}, kept under a section that continues`}
          </li>
        ))}
      </ul>
    </section>
  );
}
