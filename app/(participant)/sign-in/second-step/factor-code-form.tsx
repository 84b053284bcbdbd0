import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/lib/forms/form-state";

type Props = { action: FormAction; name: "code" | "recovery"; label: string; hint: string; children: string };

/** A code of an authenticator app, or a recovery code. */
export function FactorCodeForm({ action, name, label, hint, children }: Props) {
  return (
    <ActionForm action={action}>
      <TextField
        name={name}
        label={label}
        hint={hint}
        inputMode={name === "code" ? "numeric" : "text"}
        autoComplete={name === "code" ? "one-time-code" : "off"}
        spellCheck={false}
      />
      <Button kind="secondary">{children}</Button>
    </ActionForm>
  );
}
