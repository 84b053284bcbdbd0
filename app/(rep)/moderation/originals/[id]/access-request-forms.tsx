"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/field";
import { emptyForm, type FormState } from "@/lib/forms/form-state";
import type { ShownState } from "./actions";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** Asks to see the original. */
export function AskForm({ action }: { action: Action }) {
  const [{ errors, values }, post] = useActionState(action, emptyForm as FormState);
  const wrong: Partial<Record<string, string>> = errors;
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <TextArea
        name="why"
        label="Why must it be opened?"
        hint="The second person reads this, and so does the author. Up to 500 characters."
        rows={3}
        error={wrong.why}
        defaultValue={typeof values.why === "string" ? values.why : undefined}
      />
      <Button kind="secondary">Ask a second person</Button>
    </form>
  );
}

/** The second person agrees or refuses. */
export function AnswerForm({ action }: { action: Action }) {
  const [{ errors }, post] = useActionState(action, emptyForm as FormState);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <p className="flex flex-wrap gap-3">
        <Button name="answer" value="agree">
          Agree that it is opened
        </Button>
        <Button kind="danger" name="answer" value="refuse">
          Refuse
        </Button>
      </p>
    </form>
  );
}

/** Shows the text in the answer to a press, and nowhere else. */
export function ShowForm({ action }: { action: () => Promise<ShownState> }) {
  const [{ errors, text }, post] = useActionState(action, { ...emptyForm, text: null } as ShownState);
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
