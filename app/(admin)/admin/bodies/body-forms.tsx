"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Radios, Select, TextArea, TextField } from "@/components/ui/field";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** A body with its districts. */
export function BodyForm({ action, kinds }: { action: Action; kinds: { value: string; label: string }[] }) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const field = (name: string) => {
    const typed = values[name];
    return { name, error: errors[name], defaultValue: typeof typed === "string" ? typed : undefined };
  };
  return (
    <section aria-labelledby="body" className="mt-10">
      <h2 id="body" className="mb-3 text-2xl">
        Add a body
      </h2>
      <form action={post} noValidate>
        <ErrorSummary errors={errors} />
        <Select {...field("kind")} label="What kind of body it is" emptyLabel="Choose one" options={kinds} />
        <TextField {...field("name")} label="The place in its name" hint="“Kent” for Kent County Council." />
        <Radios
          {...field("hasMayor")}
          legend="Does a mayor lead it?"
          options={[
            { value: "no", label: "No" },
            { value: "yes", label: "Yes" },
          ]}
        />
        <TextField {...field("mayor")} label="Who the mayor is" hint="Leave this empty when there is none." />
        <TextArea
          {...field("districts")}
          label="Its districts"
          hint="One on a line, by any name since 2019. People who work there can comment on its strategies."
          rows={8}
        />
        <Button>Add the body</Button>
      </form>
    </section>
  );
}

/** How pages speak of a kind: of one, of several, and after a place. */
export function KindForm({
  action,
  id,
  title,
  example,
}: {
  action: Action;
  id: string;
  title: string;
  example: string;
}) {
  const [{ errors, values }, post] = useActionState(action, emptyFormState as FormState);
  const field = (part: string) => {
    const name = `${id}-${part}`;
    const typed = values[name];
    return { name, error: errors[name], defaultValue: typeof typed === "string" ? typed : undefined };
  };
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="mb-2 text-2xl">
        {title}
      </h2>
      <p className="mb-3 text-muted">{example}</p>
      <form action={post} noValidate>
        <ErrorSummary errors={errors} />
        <TextField {...field("name")} label="One of them" />
        <TextField {...field("plural")} label="Several of them" />
        <TextField {...field("short")} label="The short name" />
        <Button>Add this kind</Button>
      </form>
    </section>
  );
}
