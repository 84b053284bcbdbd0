"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Radios, Select, TextArea } from "@/components/ui/field";
import { answerDecisionHints, answerDecisionLabels } from "@/lib/answers/answer.rules";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";
import { AnswerDecision } from "@/prisma/generated/enums";

type Field = "decision" | "why" | "changed" | "paragraph";
type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  paragraphs: { value: string; label: string }[];
  /** Of the answer that was read; none for a new one. */
  version?: number;
  defaults?: Partial<Record<Field, string | null>>;
};

const options = Object.values(AnswerDecision).map((value) => ({
  value,
  label: answerDecisionLabels[value],
  hint: answerDecisionHints[value],
}));

/** What was decided, why, and what changed. */
export function AnswerForm({ action, paragraphs, version, defaults = {} }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const text = (name: Field) => {
    const submitted = values[name];
    return typeof submitted === "string" ? submitted : (defaults[name] ?? undefined);
  };
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      {version && <input type="hidden" name="version" value={version} />}
      <Radios
        name="decision"
        legend="What did you decide?"
        options={options}
        error={errors.decision}
        defaultValue={text("decision")}
      />
      <TextArea
        name="why"
        label="Why?"
        hint="In plain words, to those who wrote. Up to 5,000 characters."
        rows={6}
        error={errors.why}
        defaultValue={text("why")}
      />
      <TextArea
        name="changed"
        label="What changed, or will change and when?"
        hint="Needed when you accept something."
        rows={4}
        error={errors.changed}
        defaultValue={text("changed")}
      />
      <Select
        name="paragraph"
        label="Where can it be read?"
        hint="A paragraph of the newest version. You can leave this empty."
        emptyLabel="Nowhere yet"
        options={paragraphs}
        error={errors.paragraph}
        defaultValue={text("paragraph")}
      />
      <Button>Save the draft</Button>
      <p className="mt-3 text-muted">A second officer reads it before it is published.</p>
    </form>
  );
}
