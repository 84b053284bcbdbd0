"use client";

import type { ReactNode } from "react";
import { useFormState } from "@/components/forms/form-context";

type Props = { name: string; summary: ReactNode; className?: string; children: ReactNode };

/** Optional fields that are folded away until one of them has a value or an error. */
export function OptionalFields({ names, summary, children }: Omit<Props, "name"> & { names: readonly string[] }) {
  const { state, values } = useFormState();
  const isOpen = names.some((name) => state.errors[name] !== undefined || (values[name]?.length ?? 0) > 0);
  return (
    <details className="mb-6" open={isOpen}>
      <summary className="link flex min-h-11 cursor-pointer items-center">{summary}</summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}

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
