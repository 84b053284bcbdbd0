"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Radios, Select, TextArea } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";
import type { SanctionKind } from "@/prisma/generated/enums";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  kinds: SanctionKind[];
  days: readonly number[];
  reasons: { value: string; label: string }[];
};

const kindText: Record<SanctionKind, { label: string; hint: string }> = {
  warning: { label: "Warn them", hint: "They read it, and can write again once they have said so." },
  pre_moderation: { label: "Read what they write first", hint: "For a while their comments wait for a rep." },
  suspension: { label: "Suspend them", hint: "For a while they write nothing here. They can still read and agree." },
};

export function SanctionForm({ action, kinds, days, reasons }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const errorByField: Partial<Record<string, string>> = errors;
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <Radios
        key={`kind ${text("kind")}`} // React resets a form after its action
        name="kind"
        legend="What is fair?"
        error={errorByField.kind}
        options={kinds.map((value) => ({ value, ...kindText[value] }))}
        defaultValue={text("kind")}
      />
      <Select
        key={`days ${text("days")}`}
        name="days"
        label="For how long"
        hint="A warning has no time."
        options={days.map((value) => ({ value: String(value), label: `${value} days` }))}
        error={errorByField.days}
        defaultValue={text("days")}
      />
      <Select
        key={`reason ${text("reason")}`}
        name="reason"
        label="Reason"
        hint="They are told this."
        emptyLabel="Choose a reason"
        options={reasons}
        error={errorByField.reason}
        defaultValue={text("reason")}
      />
      <TextArea
        name="message"
        label="Words to them"
        hint="You can leave this empty. Up to 1,000 characters."
        rows={4}
        error={errorByField.message}
        defaultValue={text("message")}
      />
      <Button kind="danger">Send it</Button>
    </form>
  );
}
