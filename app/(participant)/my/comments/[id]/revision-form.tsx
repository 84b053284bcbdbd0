import { DraftControls, DraftRestoredNotice, type DraftTarget } from "@/components/comments/draft-controls";
import { TypedDetailsWarning } from "@/components/comments/identifying-details-warning";
import { UnsentText } from "@/components/comments/unsent-text";
import { WritingHelp } from "@/components/comments/writing-help";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField, TextArea } from "@/components/forms/fields";
import { FormStep } from "@/components/forms/form-result";
import { CarriedValues, TypedText } from "@/components/forms/typed-values";
import { Button } from "@/components/ui/button";
import type { revisionInput } from "@/lib/comments/comment.schema";
import type { StoredValues } from "@/lib/forms/fields.schema";
import type { FormAction, FormValues } from "@/lib/forms/form-state";

type Props = {
  action: FormAction;
  version: number;
  text: string;
  maxLength: number;
  draft: DraftTarget;
  /** What was saved as a draft of the change, with its version. */
  savedValues: FormValues;
  pageUrl: string;
  /** Whether the comment can be changed no more: what was typed is shown to be copied. */
  isRefused: boolean;
};

/** Changing a comment. It is shown once more only where something in it could show who somebody is. */
export function RevisionForm({ action, version, text, maxLength, draft, savedValues, pageUrl, isRefused }: Props) {
  if (isRefused) {
    return (
      <ActionForm action={action} defaults={savedValues}>
        <UnsentText label="Your change" />
      </ActionForm>
    );
  }
  const defaults = { ...({ text } satisfies StoredValues<typeof revisionInput>), ...savedValues };
  return (
    <ActionForm action={action} defaults={defaults}>
      <HiddenField name="version" value={version} />
      <HiddenField name="draft" value="0" isRetained />
      <FormStep name="check">
        <h2 className="mb-4 text-xl">Check what you wrote</h2>
        <p>
          <TypedText name="text" />
        </p>
        <TypedDetailsWarning />
        <CarriedValues names={["text"]} />
        <p className="flex flex-wrap gap-3">
          <Button name="step" value="send">
            Send it as it is
          </Button>
          <Button kind="secondary" name="step" value="change">
            Change it
          </Button>
        </p>
      </FormStep>
      <FormStep name="">
        {savedValues.draft && <DraftRestoredNotice />}
        <TextArea
          name="text"
          label="Your comment"
          hint="Make your changes. A rep will read it again before anyone else can see it."
          maxLength={maxLength}
        />
        <WritingHelp field="text" text={String(defaults.text)} />
        <Button name="step" value="check">
          Send it again
        </Button>
        <DraftControls target={draft} pageUrl={pageUrl} />
      </FormStep>
    </ActionForm>
  );
}
