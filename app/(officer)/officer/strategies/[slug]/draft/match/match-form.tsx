"use client";

import { useActionState } from "react";
import { Changes } from "@/components/strategies/text-diff";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select } from "@/components/ui/field";
import { SaveButtons } from "@/components/ui/save-buttons";
import { countOf } from "@/lib/dates";
import { emptyForm, type FormState } from "@/lib/forms/form-state";
import type { Change } from "@/lib/strategies/versions/text-diff";

type Gone = { id: string; label: string; threads: number };
type Other = {
  key: string;
  section: string;
  text: string;
  paragraphId: string | null;
  label: string;
  changes: Change[] | null;
};
type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  version: number;
  back: string;
  others: Other[];
  gone: Gone[];
};

/** Every paragraph that is new or has changed, with the one that it goes on from; and those that nothing goes on from. */
export function MatchForm({ action, version, back, others, gone }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyForm as FormState);
  const options = gone.map(({ id, label }) => ({ value: id, label }));
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={String(values.version ?? version)} />
      {others.length === 0 && <p className="mb-6">Nothing is new or changed.</p>}
      {others.map(({ key, section, text, paragraphId, label, changes }, at) => {
        const name = `from-${key}`;
        const typed = values[name];
        const own = paragraphId ? [{ value: paragraphId, label }] : [];
        return (
          <div key={key} className="border-line border-t py-4">
            <p className="mb-1 text-muted">{section}</p>
            <div className="mb-3">
              {changes ? <Changes changes={changes} /> : <p className="whitespace-pre-line break-words">{text}</p>}
            </div>
            <Select
              name={name}
              label={`Paragraph ${at + 1} of these goes on from`}
              emptyLabel="Nothing: it is new"
              options={[...own, ...options]}
              error={errors[name]}
              defaultValue={typeof typed === "string" ? typed : (paragraphId ?? "")}
            />
          </div>
        );
      })}
      {gone.length > 0 && (
        <section aria-labelledby="gone" className="border-line border-t py-4">
          <h2 id="gone" className="mb-2 text-2xl">
            Taken out
          </h2>
          <ul className="list-disc space-y-1 pl-6">
            {gone.map(({ id, label, threads }) => (
              <li key={id}>
                {label}
                {threads > 0 && `: ${countOf(threads, "conversation")}, kept under a part that goes on`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <SaveButtons back={back} />
    </form>
  );
}
