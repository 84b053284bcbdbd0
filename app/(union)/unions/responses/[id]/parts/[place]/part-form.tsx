"use client";

import { useActionState } from "react";
import type { DraftFormState } from "@/app/(union)/unions/responses/[id]/draft-form-state";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/field";
import { SaveButtons } from "@/components/ui/save-buttons";
import { SideBySideTexts } from "@/components/unions/side-by-side-texts";
import { emptyFormState } from "@/lib/forms/form-state";
import { maxPartLength } from "@/lib/unions/responses/collective-response.schema";

type Props = {
  action: (state: DraftFormState, form: FormData) => Promise<DraftFormState>;
  text: string;
  version: number;
  back: string;
};

/** One part's words. When a colleague was first, both texts are shown, and saving again decides. */
export function PartForm({ action, text, version, back }: Props) {
  const [{ errors, values, conflict }, post] = useActionState(action, emptyFormState as DraftFormState);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      {conflict && <SideBySideTexts {...conflict} />}
      {/* what was read, also after an error: never a newer text that nobody has seen */}
      <input type="hidden" name="version" value={conflict?.version ?? String(values.version ?? version)} />
      <TextArea
        name="text"
        label="What your union says"
        hint={`Up to ${maxPartLength.toLocaleString("en-GB")} characters. Leave it empty to say nothing on this part.`}
        rows={14}
        maxLength={maxPartLength}
        error={errors.text}
        defaultValue={typeof values.text === "string" ? values.text : text}
      />
      <SaveButtons returnUrl={back} />
    </form>
  );
}
