"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextLink } from "@/components/ui/text-link";
import { emptyFormState, type FormState } from "@/lib/forms/old-form-state";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";

type Section = { key: string; title: string; isNew: boolean; paragraphs: number };
type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  slug: string;
  version: number;
  sections: Section[];
};

/** The parts that were found, in order, each with what can be done with it. */
export function OutlineForm({ action, slug, version, sections }: Props) {
  const [{ errors }, post] = useActionState(action, emptyFormState as FormState);
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
              <TextLink className="font-semibold" href={paths.draftSection(slug, key)}>
                {title}
              </TextLink>
              <p className="mb-2 text-muted">
                {countLabel(paragraphs, "paragraph")}
                {isNew && ", new"}
              </p>
              <p className="flex flex-wrap gap-2">
                {at > 0 && <OutlineButton operation="up" sectionKey={key} label="Up" title={title} />}
                {at < sections.length - 1 && (
                  <OutlineButton operation="down" sectionKey={key} label="Down" title={title} />
                )}
                {at > 0 && (
                  <OutlineButton operation="join" sectionKey={key} label="Join to the one above" title={title} />
                )}
                <OutlineButton operation="remove" sectionKey={key} label="Take out" title={title} />
              </p>
            </li>
          ))}
        </ol>
        <Button kind="secondary" name="operation" value="add">
          Add a part
        </Button>
      </form>
    </section>
  );
}

function OutlineButton({
  operation,
  sectionKey,
  label,
  title,
}: {
  operation: string;
  sectionKey: string;
  label: string;
  title: string;
}) {
  return (
    <Button kind="secondary" name="operation" value={`${operation}:${sectionKey}`}>
      {label}
      <span className="sr-only">: {title}</span>
    </Button>
  );
}
