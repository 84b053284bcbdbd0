import { ActionForm } from "@/components/forms/action-form";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import type { FormAction } from "@/lib/forms/form-state";
import { countLabel } from "@/lib/numbers";
import { paths } from "@/lib/routes";
import type { DraftSection } from "@/lib/strategies/drafts/draft.schema";

type Props = { action: FormAction; slug: string; sections: DraftSection[] };

/** The draft's sections in order, each with buttons that move, join or remove it. */
export function OutlineForm({ action, slug, sections }: Props) {
  return (
    <section aria-labelledby="parts" className="mt-10">
      <h2 id="parts" className="mb-2 text-2xl">
        Sections
      </h2>
      <ActionForm action={action} name="outline">
        <ol>
          {sections.map(({ key, title, sectionId, paragraphs }, at) => (
            <li key={key} className="border-line border-t py-3">
              <TextLink className="font-semibold" href={paths.draftSection(slug, key)}>
                {title}
              </TextLink>
              <p className="mb-2 text-muted">
                {countLabel(paragraphs.length, "paragraph")}
                {sectionId === null && ", new"}
              </p>
              <p className="flex flex-wrap gap-2">
                {at > 0 && <OutlineButton operation={`up:${key}`} label="Up" title={title} />}
                {at < sections.length - 1 && <OutlineButton operation={`down:${key}`} label="Down" title={title} />}
                {at > 0 && (
                  <OutlineButton operation={`join:${key}`} label="Merge with the section above" title={title} />
                )}
                <OutlineButton operation={`remove:${key}`} label="Remove" title={title} />
              </p>
            </li>
          ))}
        </ol>
        <Button kind="secondary" name="operation" value="add">
          Add a section
        </Button>
      </ActionForm>
    </section>
  );
}

function OutlineButton({ operation, label, title }: { operation: string; label: string; title: string }) {
  return (
    <Button kind="secondary" name="operation" value={operation}>
      {label}
      <span className="sr-only">: {title}</span>
    </Button>
  );
}
