import type { ReactNode } from "react";
import { ClientForm, type FormProps } from "@/components/forms/client-form";
import { Button } from "@/components/ui/button";
import { getFormContext } from "@/lib/forms/current-interrupted-forms";
import type { FormAction } from "@/lib/forms/form-state";

/**
 * A form whose fields find their own value and message. Where the page does not hydrate, each post draws the page anew
 * with what came back; where it does, the same without loading it. What could not be taken earlier is in its fields again.
 */
export async function ActionForm(props: FormProps) {
  const { owner, interrupted } = await getFormContext();
  return (
    <ClientForm
      {...props}
      owner={owner}
      interrupted={interrupted.map(({ page, form, interruption, values }) => ({ page, form, interruption, values }))}
    />
  );
}

type ButtonProps = { action: FormAction; id?: string; kind?: "primary" | "secondary" | "danger"; children: ReactNode };

/** A form that is nothing but a button. */
export async function ActionButton({ action, id, kind = "secondary", children }: ButtonProps) {
  const { owner } = await getFormContext();
  return (
    <ClientForm action={action} id={id} className="inline-block" owner={owner} interrupted={[]}>
      <Button kind={kind}>{children}</Button>
    </ClientForm>
  );
}
