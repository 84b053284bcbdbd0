"use client";

import { useActionState } from "react";
import { TextDiff } from "@/components/strategies/text-diff";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select } from "@/components/ui/field";
import { SaveButtons } from "@/components/ui/save-buttons";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";
import { countLabel } from "@/lib/numbers";
import type { TextChange } from "@/lib/strategies/versions/text-diff";

type RemovedParagraph = { id: string; label: string; threads: number };
type ChangedParagraph = {
  key: string;
  section: string;
  text: string;
  paragraphId: string | null;
  label: string;
  changes: TextChange[] | null;
};
type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  version: number;
  back: string;
  changed: ChangedParagraph[];
  removed: RemovedParagraph[];
};

/** Every paragraph that is new or has changed, with the one that it goes on from; and those that nothing goes on from. */
export function MatchForm({ action, version, back, changed, removed }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const options = removed.map(({ id, label }) => ({ value: id, label }));
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={String(values.version ?? version)} />
      {changed.length === 0 && <p className="mb-6">Nothing is new or changed.</p>}
      {changed.map(({ key, section, text, paragraphId, label, changes }, at) => {
        const name = `from-${key}`;
        const submitted = values[name];
        const own = paragraphId ? [{ value: paragraphId, label }] : [];
        return (
          <div key={key} className="border-line border-t py-4">
            <p className="mb-1 text-muted">{section}</p>
            <div className="mb-3">
              {changes ? <TextDiff changes={changes} /> : <p className="whitespace-pre-line break-words">{text}</p>}
            </div>
            <Select
              name={name}
              label={`Paragraph ${at + 1} of these goes on from`}
              emptyLabel="Nothing: it is new"
              options={[...own, ...options]}
              error={errors[name]}
              defaultValue={typeof submitted === "string" ? submitted : (paragraphId ?? "")}
            />
          </div>
        );
      })}
      {removed.length > 0 && (
        <section aria-labelledby="removed" className="border-line border-t py-4">
          <h2 id="removed" className="mb-2 text-2xl">
            Taken out
          </h2>
          <ul className="list-disc space-y-1 pl-6">
            {removed.map(({ id, label, threads }) => (
              <li key={id}>
                {label}
                {threads > 0 && `: ${countLabel(threads, "conversation")}, kept under a part that goes on`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <SaveButtons returnUrl={back} />
    </form>
  );
}
