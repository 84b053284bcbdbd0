"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Radios, TextArea } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  kind: "report" | "illegal";
  comment: string;
  /** There for somebody new: the form's own number, of which their code is made. */
  formId: string | null;
  reasons: { value: string; label: string }[];
  maxLength: number;
};

const copyByKind = {
  report: { legend: "What is wrong with it?", label: "Anything that helps the rep to see it", button: "Report it" },
  illegal: {
    legend: "Which law do you think it breaks?",
    label: "Why is it against the law?",
    button: "Report it as against the law",
  },
};

/** Says what is wrong with a comment. */
export function ReportForm({ action, kind, comment, formId, reasons, maxLength }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const fieldErrors: Partial<Record<string, string>> = errors;
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="comment" value={comment} />
      {formId && <input type="hidden" name="formId" value={text("formId") ?? formId} />}
      <Radios
        key={text("reason")}
        name="reason"
        legend={copyByKind[kind].legend}
        options={reasons}
        error={fieldErrors.reason}
        defaultValue={text("reason")}
      />
      <TextArea
        name="details"
        label={copyByKind[kind].label}
        hint={`${kind === "report" ? "You can leave this empty. " : ""}Only reps read it. Leave out who you are.`}
        rows={4}
        error={fieldErrors.details}
        defaultValue={text("details")}
        maxLength={maxLength}
      />
      <Button>{copyByKind[kind].button}</Button>
    </form>
  );
}
