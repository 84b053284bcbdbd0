"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/field";
import { formatDay } from "@/lib/dates";
import type { ComplaintFormState } from "./form-state";

type Props = {
  action: (state: ComplaintFormState, form: FormData) => Promise<ComplaintFormState>;
  formId: string;
  maxLength: number;
};

export function ComplaintForm({ action, formId, maxLength }: Props) {
  const [{ errors, values, sent }, post] = useActionState(action, { errors: {}, values: {}, sent: null });
  if (sent) {
    return (
      <Callout tone="good" title="We have your complaint">
        <p>Whoever runs this service must answer by {formatDay(new Date(sent.dueAt))}.</p>
        {sent.code ? (
          <>
            <p>Come back to this page with this code to read the answer. We show it only now:</p>
            <p
              id="complaint-code"
              className="rounded-md border-2 border-edge bg-card p-4 text-center font-mono text-xl"
            >
              {sent.code.match(/.{1,5}/g)?.join(" ")}
            </p>
          </>
        ) : (
          <p>
            Come back to this page to read the answer. If you signed in by e-mail, we send you a mail when it is there.
          </p>
        )}
      </Callout>
    );
  }
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="formId" value={typeof values.formId === "string" ? values.formId : formId} />
      <TextArea
        name="text"
        label="What is wrong?"
        hint="If it is about one comment or page, say which. You don't have to say who you are. Only those who run the service read it."
        error={errors.text}
        defaultValue={typeof values.text === "string" ? values.text : undefined}
        maxLength={maxLength}
      />
      <Button>Send the complaint</Button>
    </form>
  );
}
