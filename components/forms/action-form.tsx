"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FormContext } from "@/components/forms/form-context";
import { Button } from "@/components/ui/button";
import { type FormAction, type FormValues, initialFormState } from "@/lib/forms/form-state";

type Props = {
  action: FormAction;
  /** For a page with several forms: the prefix of the ids of this form's fields. */
  id?: string;
  /** What fields show before anything was sent, by name. */
  defaults?: FormValues;
  className?: string;
  /** Replaces the form once the action has given the result of this name. */
  done?: { result: string; content: ReactNode };
  children: ReactNode;
};

/**
 * A form whose fields find their own value and message. Where the page does not hydrate, each post draws the page anew
 * with what came back; where it does, the same without loading it.
 */
export function ActionForm({ action, id, defaults = {}, className, done, children }: Props) {
  const [state, post] = useActionState(action, initialFormState);
  const values = state.isSubmitted ? state.values : defaults;
  return (
    <FormContext value={{ state, values, scope: id ?? "field" }}>
      {done && state.result?.[done.result] !== undefined ? (
        done.content
      ) : (
        <form action={post} id={id} noValidate className={className}>
          <ErrorSummary />
          {children}
        </form>
      )}
    </FormContext>
  );
}

type ButtonProps = { action: FormAction; id?: string; kind?: "primary" | "secondary" | "danger"; children: ReactNode };

/** A form that is nothing but a button. */
export function ActionButton({ action, id, kind = "secondary", children }: ButtonProps) {
  return (
    <ActionForm action={action} id={id} className="inline-block">
      <Button kind={kind}>{children}</Button>
    </ActionForm>
  );
}
