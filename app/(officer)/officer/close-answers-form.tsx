"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";
import { closeAnswersAction } from "./actions";

/** "All is answered", once, when it is so. */
export function CloseAnswersForm({ strategy, areaName }: { strategy: string; areaName: string }) {
  const [{ errors }, post] = useActionState(closeAnswersAction.bind(null, strategy), emptyFormState as FormState);
  return (
    <form action={post} className="mt-6">
      <ErrorSummary errors={errors} />
      <p className="mb-3">Every theme that people wrote about has a published answer.</p>
      <Button>
        Say that all is answered<span className="sr-only">: {areaName}</span>
      </Button>
    </form>
  );
}
