import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WritingHelp } from "@/components/comments/writing-help";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField, TextArea } from "@/components/forms/fields";
import { SideBySideTexts } from "@/components/forms/side-by-side-texts";
import { Page } from "@/components/ui/page";
import { SaveButtons } from "@/components/ui/save-buttons";
import { requireAccount } from "@/lib/auth/require-person";
import type { StoredValues } from "@/lib/forms/fields.schema";
import { paths } from "@/lib/routes";
import { maxPartLength, type responsePartInput } from "@/lib/unions/responses/collective-response.schema";
import { getResponseDraft, listConflictingEdits } from "@/lib/unions/responses/response-draft.queries";
import { savePartAction } from "./actions";

export const metadata: Metadata = { title: "Write a section of your union’s response" };

export default async function PartPage({ params }: { params: Promise<{ id: string; place: string }> }) {
  const { id, place: partKey } = await params;
  const person = await requireAccount(paths.responseDraftPart(id, partKey));
  const part = (await getResponseDraft(person, id))?.parts.find((candidate) => candidate.partKey === partKey);
  if (!part) notFound();
  const conflictingEdits = await listConflictingEdits(id, partKey);
  return (
    <Page title={part.title}>
      <ActionForm
        action={savePartAction.bind(null, { id, partKey })}
        defaults={{ text: part.text } satisfies StoredValues<typeof responsePartInput>}
      >
        <SideBySideTexts />
        {/* after an error still the version that the person read, not that of a newer text */}
        <HiddenField name="version" value={part.version} isRetained />
        <TextArea
          name="text"
          label="What your union says"
          hint={`Up to ${maxPartLength.toLocaleString("en-GB")} characters. Leave it blank to say nothing on this section.`}
          rows={14}
          maxLength={maxPartLength}
        />
        <WritingHelp field="text" text={part.text} />
        <SaveButtons returnUrl={paths.responseDraft(id)} />
      </ActionForm>
      {conflictingEdits.length > 0 && (
        <section aria-labelledby="conflicting-edits" className="mt-10">
          <h2 id="conflicting-edits" className="mb-2 text-2xl">
            Unsaved changes
          </h2>
          <p className="mb-2">Somebody else saved before these changes. Nothing was lost. Copy anything you need.</p>
          {conflictingEdits.map(({ id: editId, by, text }) => (
            <details key={editId} className="border-line border-t py-2">
              <summary className="min-h-11 cursor-pointer py-2">What {by} wrote</summary>
              <p className="whitespace-pre-wrap break-words" dir="auto">
                {text}
              </p>
            </details>
          ))}
        </section>
      )}
    </Page>
  );
}
