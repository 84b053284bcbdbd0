import { WritingHelp } from "@/components/comments/writing-help";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField, type Option, Radios, Select, TextArea } from "@/components/forms/fields";
import { SideBySideTexts } from "@/components/forms/side-by-side-texts";
import { Button } from "@/components/ui/button";
import { answerDecisionHints, answerDecisionLabels } from "@/lib/answers/answer.rules";
import type { FormAction, FormValues } from "@/lib/forms/form-state";
import { AnswerDecision } from "@/prisma/generated/enums";

type Props = {
  action: FormAction;
  paragraphs: Option[];
  defaults?: FormValues;
  /** Of the answer that the page showed; left out for a new one. */
  version?: number;
};

const decisions = Object.values(AnswerDecision).map((value) => ({
  value,
  label: answerDecisionLabels[value],
  hint: answerDecisionHints[value],
}));

/** A revision of an answer: what was decided, why, and what changed. */
export function AnswerForm({ action, paragraphs, defaults, version }: Props) {
  return (
    <ActionForm action={action} defaults={defaults}>
      <SideBySideTexts />
      {version !== undefined && <HiddenField name="version" value={version} isRetained />}
      <Radios name="decision" legend="What did you decide?" options={decisions} />
      <TextArea
        name="why"
        label="Why?"
        hint="Use plain words. The people who commented will read it. Up to 5,000 characters."
        rows={6}
      />
      <WritingHelp field="why" text={String(defaults?.why ?? "")} />
      <TextArea
        name="changed"
        label="What changed, or what will change and when?"
        hint="You must fill this in if you accept something."
        rows={4}
      />
      <WritingHelp field="changed" text={String(defaults?.changed ?? "")} isFirst={false} />
      <Select
        name="paragraph"
        label="Where is it in the strategy?"
        hint="A paragraph of the latest version. You can leave this blank."
        emptyLabel="Nowhere yet"
        options={paragraphs}
      />
      <Button>Save draft</Button>
      <p className="mt-3 text-muted">A second officer must read it before it is published.</p>
    </ActionForm>
  );
}
