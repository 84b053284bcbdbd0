"use client";

import type { ReactNode } from "react";
import { useFormState } from "@/components/forms/form-context";

type Props = { name: string; summary: ReactNode; className?: string; children: ReactNode };

/** A field that is folded away until it has an error. The summary counts what is chosen of several values. */
export function FoldedField({ name, summary, className, children }: Props) {
  const { state, values } = useFormState();
  const value = values[name];
  const count = Array.isArray(value) ? value.length : 0;
  return (
    <details className={className} open={state.errors[name] !== undefined}>
      <summary className="link flex min-h-11 cursor-pointer items-center">
        {summary}
        {count > 0 && `: ${count}`}
      </summary>
      {children}
    </details>
  );
}
