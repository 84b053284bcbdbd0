"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";
import type { ViewState } from "./actions";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** Asks to see the original. */
export function AccessRequestForm({ action }: { action: Action }) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const errorByField: Partial<Record<string, string>> = errors;
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <TextArea
        name="reason"
        label="Why must it be opened?"
        hint="The second person reads this, and so does the author. Up to 500 characters."
        rows={3}
        error={errorByField.reason}
        defaultValue={typeof values.reason === "string" ? values.reason : undefined}
      />
      <Button kind="secondary">Ask a second person</Button>
    </form>
  );
}

/** The second person agrees or refuses. */
export function AccessDecisionForm({ action }: { action: Action }) {
  const [{ errors }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <p className="flex flex-wrap gap-3">
        <Button name="decision" value="approve">
          Agree that it is opened
        </Button>
        <Button kind="danger" name="decision" value="refuse">
          Refuse
        </Button>
      </p>
    </form>
  );
}

/** Shows the text in the answer to a press, and nowhere else. */
export function ViewForm({ action }: { action: () => Promise<ViewState> }) {
  const [{ errors, text }, post] = useActionState(action, { ...emptyFormState, text: null } as ViewState);
  if (text !== null)
    return (
      <Callout tone="warning" title="The text as it was">
        <p className="whitespace-pre-wrap break-words" dir="auto">
          {text}
        </p>
        <p>Don’t copy it. You can look again for ten minutes. Its author is told that you opened it.</p>
      </Callout>
    );
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <Button>Show me the text as it was</Button>
    </form>
  );
}
