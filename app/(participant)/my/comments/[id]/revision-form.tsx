"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/field";
import { emptyForm, type FormState } from "@/lib/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  version: number;
  text: string;
  longest: number;
};

export function RevisionForm({ action, version, text, longest }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyForm as FormState);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={version} />
      <TextArea
        name="text"
        label="Your words"
        hint="Change what you like. A rep reads it again before others can."
        error={errors.text}
        defaultValue={typeof values.text === "string" ? values.text : text}
        maxLength={longest}
      />
      <Button>Send it again</Button>
    </form>
  );
}
