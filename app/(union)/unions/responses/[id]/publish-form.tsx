"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  version: number;
  isAmendment: boolean;
};

/** Publishes the draft as this page shows it. */
export function PublishForm({ action, version, isAmendment }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} noValidate className="mt-4">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={version} />
      {isAmendment && (
        <TextArea
          name="why"
          label="What changed, and why"
          hint="Everybody can read this. What was published before stays to be read."
          rows={3}
          error={errors.why}
          defaultValue={typeof values.why === "string" ? values.why : undefined}
        />
      )}
      <Button>I have read it all: publish it</Button>
    </form>
  );
}
