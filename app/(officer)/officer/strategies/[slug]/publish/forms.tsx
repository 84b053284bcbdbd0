"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkboxes, TextArea, TextField } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Action = (state: FormState, form: FormData) => Promise<FormState>;
type Props = {
  action: Action;
  label: string;
  kind?: "primary" | "secondary" | "danger";
  version?: number;
  /** What somebody says who cannot take it back, and the name of that box. */
  confirmation?: { name: string; label: string };
  children?: ReactNode;
};

/** One action with its button, on the draft that was read. */
export function ButtonForm({ action, label, kind, version, confirmation, children }: Props) {
  const [{ errors }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} className="my-4" noValidate>
      <ErrorSummary errors={errors} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {children}
      {confirmation && (
        <Checkboxes
          name={confirmation.name}
          legend="Are you sure?"
          options={[{ value: "yes", label: confirmation.label }]}
          error={errors[confirmation.name]}
        />
      )}
      <Button kind={kind}>{label}</Button>
    </form>
  );
}

/** On which day a checked draft opens by itself. */
export function PlanOpeningForm({ action, version }: { action: Action; version: number }) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  return (
    <form action={post} className="my-4" noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={version} />
      <TextField
        name="day"
        type="date"
        label="Or open it by itself on a day"
        hint="For example 2027-01-11. It opens as that day begins."
        error={errors.day}
        defaultValue={typeof values.day === "string" ? values.day : undefined}
      />
      <Button kind="secondary">Open it on this day</Button>
    </form>
  );
}

/** A later closing day, and why. */
export function ExtendStrategyForm({ action, closesOn }: { action: Action; closesOn: string }) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  return (
    <form action={post} className="my-4" noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="expectedClosesOn" value={closesOn} />
      <TextField
        name="closesOn"
        type="date"
        label="The new closing day"
        hint="For example 2027-03-31. People can comment until that day ends."
        error={errors.closesOn}
        defaultValue={text("closesOn")}
      />
      <TextArea
        name="reason"
        label="Why it is moved"
        hint="Everybody can read this on the strategy’s page."
        rows={3}
        error={errors.reason}
        defaultValue={text("reason")}
      />
      <Button kind="secondary">Move the closing day</Button>
    </form>
  );
}
