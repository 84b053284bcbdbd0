"use client";

import { createContext, useContext } from "react";
import { type FormState, type FormValues, initialFormState } from "@/lib/forms/form-state";

type FormScope = {
  state: FormState;
  /** What was typed, or the defaults while nothing was sent. */
  values: FormValues;
  /** The prefix of the ids of this form's fields. */
  scope: string;
};

/** Outside an `ActionForm`, such as in a search form, fields show what they are given. */
export const FormContext = createContext<FormScope>({ state: initialFormState, values: {}, scope: "field" });

export const useFormState = () => useContext(FormContext);

export type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  /** Where there is no `ActionForm` around; inside one a field finds its own. */
  error?: string;
};

/** What a field of this name shows: its message, what was typed, and the ids and attributes that tie them together. */
export function useField({ name, hint, error: givenError }: Omit<FieldProps, "label">) {
  const { state, values, scope } = useFormState();
  const error = givenError ?? state.errors[name];
  const id = `${scope}-${name}`;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const attributes = { id, name, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined };
  return { id, error, value: values[name], attributes };
}

/** The attribute of a field that asks for the focus; none where the form has errors, whose summary takes the focus. */
export function useInitialFocus(isWanted = false): { autoFocus?: true } {
  const { errors } = useFormState().state;
  return isWanted && !Object.values(errors).some(Boolean) ? { autoFocus: true } : {};
}
