import { ActionForm } from "@/components/forms/action-form";
import { Checkboxes, HiddenField, Radios, TextArea, TextField } from "@/components/forms/fields";
import { FoldedField } from "@/components/forms/folded-field";
import { SideBySideTexts } from "@/components/forms/side-by-side-texts";
import { Button } from "@/components/ui/button";
import type { FormAction, FormValues } from "@/lib/forms/form-state";
import { optionalParts, remarkPlaces } from "@/lib/summaries/briefings/briefing.rules";
import { remarkField } from "@/lib/summaries/briefings/briefing.schema";
import { paperParts } from "@/lib/summaries/overview/paper-parts.rules";

type Props = {
  action: FormAction;
  defaults: FormValues;
  /** Of the briefing that the page showed; left out for a new one. */
  version?: number;
  /** Only its author decides who sees it. */
  canShare: boolean;
  bodyTitle: string;
};

const parts = optionalParts.map((part) => ({ value: part, label: paperParts[part] }));

/** What a briefing shows, what officers add to it, and who sees it. */
export function BriefingForm({ action, defaults, version, canShare, bodyTitle }: Props) {
  return (
    <ActionForm action={action} defaults={defaults}>
      <SideBySideTexts />
      {version !== undefined && <HiddenField name="version" value={version} isRetained />}
      <TextField name="title" label="Title" />
      <Checkboxes
        name="parts"
        legend="Which sections do you want to show?"
        hint="They come in this order, with the newest figures each time somebody opens the briefing. “What this does not show” is always included."
        options={parts}
      />
      <fieldset className="mb-6">
        <legend className="mb-1 font-semibold">Your own remarks</legend>
        <p className="mb-2 text-muted">
          We mark them as written by officers of {bodyTitle}. Up to 5,000 characters each. If you do not show a section,
          we leave out the remarks before it.
        </p>
        {remarkPlaces.map(({ place, label }) => (
          <FoldedField
            key={place}
            name={remarkField(place)}
            summary={defaults[remarkField(place)] ? `${label}: written` : label}
          >
            <TextArea name={remarkField(place)} label={label} rows={5} />
          </FoldedField>
        ))}
      </fieldset>
      {canShare ? (
        <Radios
          name="sharing"
          legend="Who can see and change it?"
          options={[
            { value: "author", label: "Only me" },
            { value: "officers", label: `All officers of ${bodyTitle}` },
          ]}
        />
      ) : (
        <HiddenField name="sharing" value="officers" />
      )}
      <Button>Save briefing</Button>
    </ActionForm>
  );
}
