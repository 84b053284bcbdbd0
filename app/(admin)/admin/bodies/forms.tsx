import { ActionForm } from "@/components/forms/action-form";
import { type Option, Radios, Select, TextArea, TextField } from "@/components/forms/fields";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/lib/forms/form-state";

/** A body with its districts. */
export function BodyForm({ action, kinds }: { action: FormAction; kinds: Option[] }) {
  return (
    <section aria-labelledby="body" className="mt-10">
      <h2 id="body" className="mb-3 text-2xl">
        Add a body
      </h2>
      <ActionForm action={action}>
        <Select name="kind" label="Kind of body" emptyLabel="Choose one" options={kinds} />
        <TextField name="name" label="Place in its name" hint="“Kent” for Kent County Council." />
        <Radios
          name="hasMayor"
          legend="Does a mayor lead it?"
          options={[
            { value: "no", label: "No" },
            { value: "yes", label: "Yes" },
          ]}
        />
        <TextField name="mayor" label="Name of the mayor" hint="Leave this blank if there is none." />
        <TextArea
          name="districts"
          label="Districts"
          hint="One per line, by any name since 2019. People who work there can comment on its strategies."
        />
        <Button>Add the body</Button>
      </ActionForm>
    </section>
  );
}

type KindFormProps = { action: FormAction; id: string; title: string; example: string };

/** The names of a kind: singular, plural, and after a place. */
export function KindForm({ action, id, title, example }: KindFormProps) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="mb-2 text-2xl">
        {title}
      </h2>
      <p className="mb-3 text-muted">{example}</p>
      <ActionForm action={action} id={`field-${id}`}>
        <TextField name="name" label="Singular" />
        <TextField name="plural" label="Plural" />
        <TextField name="short" label="Short name" />
        <Button>Add this kind</Button>
      </ActionForm>
    </section>
  );
}
