"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { emptyForm, type FormState } from "@/lib/forms/form-state";
import { sayComplete } from "./actions";

/** "All is answered", once, when it is so. */
export function CloseForm({ strategy, areaName }: { strategy: string; areaName: string }) {
  const [{ errors }, post] = useActionState(sayComplete.bind(null, strategy), emptyForm as FormState);
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
