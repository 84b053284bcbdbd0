"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState> };

export function AnswerForm({ action }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <TextArea
        name="answer"
        label="Your answer"
        hint="Say what you found, what you did, and that they may go to the Information Commissioner. It cannot be changed."
        error={errors.answer}
        defaultValue={typeof values.answer === "string" ? values.answer : undefined}
      />
      <Button>Send the answer</Button>
    </form>
  );
}
