"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  label: string;
  canConfirm: boolean;
};

export function ResetDecisionForm({ action, label, canConfirm }: Props) {
  const [{ errors }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} className="mt-3">
      <ErrorSummary errors={errors} />
      <div className="flex flex-wrap gap-3">
        {canConfirm && (
          <Button name="step" value="confirm">
            I made sure too: confirm<span className="sr-only"> for {label}</span>
          </Button>
        )}
        <Button kind="secondary" name="step" value="cancel">
          Take it back<span className="sr-only">: {label}</span>
        </Button>
      </div>
    </form>
  );
}
