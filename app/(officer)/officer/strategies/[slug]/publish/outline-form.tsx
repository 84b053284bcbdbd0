"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { countOf } from "@/lib/dates";
import { emptyForm, type FormState } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";

type Section = { key: string; title: string; isNew: boolean; paragraphs: number };
type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  slug: string;
  version: number;
  sections: Section[];
};

/** The parts that were found, in order, each with what can be done with it. */
export function Outline({ action, slug, version, sections }: Props) {
  const [{ errors }, post] = useActionState(action, emptyForm as FormState);
  return (
    <section aria-labelledby="parts" className="mt-10">
      <h2 id="parts" className="mb-2 text-2xl">
        Its parts
      </h2>
      <form action={post} noValidate>
        <ErrorSummary errors={errors} />
        <input type="hidden" name="version" value={version} />
        <ol>
          {sections.map(({ key, title, isNew, paragraphs }, at) => (
            <li key={key} className="border-line border-t py-3">
              <a className="link inline-flex min-h-11 items-center font-semibold" href={paths.draftSection(slug, key)}>
                {title}
              </a>
              <p className="mb-2 text-muted">
                {countOf(paragraphs, "paragraph")}
                {isNew && ", new"}
              </p>
              <p className="flex flex-wrap gap-2">
                {at > 0 && <Deed deed="up" of={key} label="Up" title={title} />}
                {at < sections.length - 1 && <Deed deed="down" of={key} label="Down" title={title} />}
                {at > 0 && <Deed deed="join" of={key} label="Join to the one above" title={title} />}
                <Deed deed="remove" of={key} label="Take out" title={title} />
              </p>
            </li>
          ))}
        </ol>
        <Button kind="secondary" name="deed" value="add">
          Add a part
        </Button>
      </form>
    </section>
  );
}

function Deed({ deed, of, label, title }: { deed: string; of: string; label: string; title: string }) {
  return (
    <Button kind="secondary" name="deed" value={`${deed}:${of}`}>
      {label}
      <span className="sr-only">: {title}</span>
    </Button>
  );
}
