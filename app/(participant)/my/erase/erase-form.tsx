"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState> };

export function EraseForm({ action }: Props) {
  const [{ errors }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post}>
      <ErrorSummary errors={errors} />
      <Button kind="danger">Erase me now</Button>
    </form>
  );
}
