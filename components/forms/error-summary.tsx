"use client";

import { useEffect } from "react";
import { useFormState } from "@/components/forms/form-context";

/** What is wrong with a form, above its fields, each with a link to its field. It takes the focus when it shows. */
export function ErrorSummary() {
  const { state, scope } = useFormState();
  const hasErrors = Object.values(state.errors).some(Boolean);
  useEffect(() => markTitle(hasErrors), [hasErrors]);
  const messages = Object.entries(state.errors).filter(([, message]) => message);
  if (messages.length === 0) return null;
  return (
    <div
      role="alert"
      tabIndex={-1}
      data-form-errors="" // our server writes "Error:" into the title of a page with this, where no script runs
      // biome-ignore lint/a11y/noAutofocus: a form that comes back must say so before anything else
      autoFocus
      id={scope === "field" ? "error-summary" : `${scope}-error-summary`}
      className="mb-8 rounded-md border-4 border-bad bg-card p-5"
    >
      <h2 className="mb-2 text-xl">There is a problem</h2>
      <ul className="space-y-1">
        {messages.map(([field, message]) => (
          <li key={field}>
            {field === "form" ? (
              <span className="font-semibold text-bad">{message}</span>
            ) : (
              <a className="font-semibold text-bad underline underline-offset-2" href={`#${scope}-${field}`}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

const errorPrefix = "Error: ";

/** On a page that hydrates: the title begins with "Error:", and no longer when it is not. */
function markTitle(hasErrors: boolean): void {
  const title = document.title.replace(errorPrefix, "");
  document.title = hasErrors ? errorPrefix + title : title;
}
