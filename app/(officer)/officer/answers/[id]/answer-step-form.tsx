"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Choice = { value: string; label: string };
type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  version: number;
  first: Choice;
  second?: Choice;
};

/** The next step of an answer, on the words that were read. */
export function AnswerStepForm({ action, version, first, second }: Props) {
  const [{ errors }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} className="my-6">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={version} />
      <p className="flex flex-wrap gap-3">
        <Button name="step" value={first.value}>
          {first.label}
        </Button>
        {second && (
          <Button kind="secondary" name="step" value={second.value}>
            {second.label}
          </Button>
        )}
      </p>
    </form>
  );
}
