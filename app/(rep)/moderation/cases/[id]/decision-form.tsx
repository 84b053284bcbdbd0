"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextArea } from "@/components/ui/field";
import { emptyForm, type FormState } from "@/lib/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  version: number;
  reasons: { value: string; label: string }[];
};

/** Publish with one press; return or reject with a reason. */
export function DecisionForm({ action, version, reasons }: Props) {
  const [{ errors, values }, post] = useActionState(action, emptyForm as FormState);
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={version} />
      <p className="mb-8">
        <Button name="deed" value="publish">
          Publish
        </Button>
      </p>
      <h2 className="mb-3 text-xl">Or don’t publish it as it is</h2>
      <Select
        name="reason"
        label="Reason"
        hint="The author is told this."
        emptyLabel="Choose a reason"
        options={reasons}
        error={errors.reason}
        defaultValue={text("reason")}
      />
      <TextArea
        name="toAuthor"
        label="Words to the author"
        hint="You can leave this empty. Up to 1,000 characters."
        rows={3}
        error={errors.toAuthor}
        defaultValue={text("toAuthor")}
      />
      <TextArea
        name="note"
        label="A private note"
        hint="Only reps see it."
        rows={2}
        error={errors.note}
        defaultValue={text("note")}
      />
      <p className="flex flex-wrap gap-3">
        <Button kind="secondary" name="deed" value="return">
          Return to its author
        </Button>
        <Button kind="danger" name="deed" value="reject">
          Reject
        </Button>
      </p>
    </form>
  );
}
