/**
 * What is wrong with a form, first on the page, each with a link to its field. It takes the focus when it shows.
 * @param errors message by field name; "form" is about the form as a whole
 */
export function ErrorSummary({ errors }: { errors: Partial<Record<string, string>> }) {
  const messages = Object.entries(errors).filter(([, message]) => message);
  if (messages.length === 0) return null;
  return (
    <div
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: a form that comes back must say so before anything else
      autoFocus
      id="error-summary"
      className="mb-8 rounded-md border-4 border-bad bg-card p-5"
    >
      <h2 className="mb-2 text-xl">There is a problem</h2>
      <ul className="space-y-1">
        {messages.map(([field, message]) => (
          <li key={field}>
            {field === "form" ? (
              <span className="font-semibold text-bad">{message}</span>
            ) : (
              <a className="font-semibold text-bad underline underline-offset-2" href={`#field-${field}`}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
