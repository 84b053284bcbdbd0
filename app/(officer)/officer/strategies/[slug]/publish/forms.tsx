import type { ReactNode } from "react";
import { WritingHelp } from "@/components/comments/writing-help";
import { ActionForm } from "@/components/forms/action-form";
import { ConfirmBox, HiddenField, TextArea, TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/lib/forms/form-state";

type Props = {
  action: FormAction;
  label: string;
  kind?: "primary" | "secondary" | "danger";
  /** The name and the label of the box to be ticked for what cannot be undone. */
  confirmation?: { name: string; label: string };
  children?: ReactNode;
};

/** A button, below what it needs to say, with a box to be ticked where it cannot be undone. */
export function ButtonForm({ action, label, kind, confirmation, children }: Props) {
  return (
    <ActionForm action={action} name={confirmation?.name ?? "button"} className="my-4">
      {children}
      {confirmation && <ConfirmBox legend="Are you sure?" {...confirmation} />}
      <Button kind={kind}>{label}</Button>
    </ActionForm>
  );
}

/** The day on which a checked draft opens by itself. */
export function PlanOpeningForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} name="plan" className="my-4">
      <TextField
        name="day"
        type="date"
        label="Or open it automatically on a date"
        hint="For example, 2027-01-11. It opens at the start of that day."
      />
      <Button kind="secondary">Open on this date</Button>
    </ActionForm>
  );
}

/** A later closing day, and the reason. @param closesOn the closing day now, as a day field has it */
export function ExtendStrategyForm({ action, closesOn }: { action: FormAction; closesOn: string }) {
  return (
    <ActionForm action={action} name="extend" className="my-4">
      <HiddenField name="expectedClosesOn" value={closesOn} />
      <TextField
        name="closesOn"
        type="date"
        label="New closing date"
        hint="For example, 2027-03-31. People can comment until the end of that day."
      />
      <TextArea
        name="reason"
        label="Why it is changing"
        hint="Everyone can read this on the strategy’s page."
        rows={3}
      />
      <WritingHelp field="reason" />
      <Button kind="secondary">Change the closing date</Button>
    </ActionForm>
  );
}
