import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/lib/forms/form-state";

/** Why somebody thinks that a decision is wrong. It can be sent once. */
export function AppealForm({ action, maxLength }: { action: FormAction; maxLength: number }) {
  return (
    <ActionForm action={action}>
      <TextArea
        name="grounds"
        label="Why is it wrong?"
        hint="Another rep will read this, your comment and the decision. You can only appeal once. Do not say who you are."
        rows={6}
        maxLength={maxLength}
      />
      <Button>Send appeal</Button>
    </ActionForm>
  );
}
