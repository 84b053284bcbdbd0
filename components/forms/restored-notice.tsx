"use client";

import { useFormState } from "@/components/forms/form-context";
import { interruptionTexts } from "@/lib/forms/interruption.rules";

/** A notice above a form that what was typed is back, and why it was not sent. It takes the focus. */
export function RestoredNotice() {
  const { state } = useFormState();
  const text = state.restored && interruptionTexts[state.restored as keyof typeof interruptionTexts];
  if (!text) return null;
  return (
    <div
      role="status"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: somebody who comes back must hear first that nothing is lost
      autoFocus
      className="mb-8 rounded-md border-4 border-info bg-card p-5"
    >
      <h2 className="mb-2 text-xl">We have put back what you typed</h2>
      <p>{text} Check it, then send it again.</p>
    </div>
  );
}
