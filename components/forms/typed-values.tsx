"use client";

import { Fragment } from "react";
import type { Option } from "@/components/forms/fields";
import { useFormState } from "@/components/forms/form-context";

// "Check your answers": what was typed is shown once more, and travels on in hidden fields.

/** What was typed into a field, as text. */
export function TypedText({ name }: { name: string }) {
  const value = useFormState().values[name];
  return (
    <span className="whitespace-pre-wrap break-words" dir="auto">
      {typeof value === "string" ? value : ""}
    </span>
  );
}

/** The labels of what was chosen; `none` when nothing was. */
export function TypedChoice({ name, options, none }: { name: string; options: Option[]; none: string }) {
  const chosen = [useFormState().values[name] ?? []].flat();
  const labels = options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  return labels.join("; ") || none;
}

/** Hidden fields with what was typed in the step before. */
export function CarriedValues({ names }: { names: string[] }) {
  const { values } = useFormState();
  return names.map((name) => (
    <Fragment key={name}>
      {[values[name] ?? []].flat().map((value) => (
        <input key={value} type="hidden" name={name} value={value} />
      ))}
    </Fragment>
  ));
}
