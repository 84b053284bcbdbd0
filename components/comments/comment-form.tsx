import type { ReactNode } from "react";
import { CheckAnswers } from "@/components/comments/check-answers";
import {
  DraftControls,
  DraftRestoredNotice,
  DraftSavedNotice,
  type DraftTarget,
} from "@/components/comments/draft-controls";
import { SubmissionShownHere } from "@/components/comments/submission-confirmation";
import { UnsentText } from "@/components/comments/unsent-text";
import { SomebodyElse, WriterChangeNotice, WriterNotice } from "@/components/comments/writer-notice";
import { WritingHelp } from "@/components/comments/writing-help";
import { ActionForm } from "@/components/forms/action-form";
import { Checkboxes, HiddenField, type Option, Radios, Select, TextArea } from "@/components/forms/fields";
import { OptionalFields } from "@/components/forms/folded-field";
import { FormStep, UntilSubmitted } from "@/components/forms/form-result";
import { ProofOfWorkNotice } from "@/components/forms/proof-of-work-notice";
import { Button } from "@/components/ui/button";
import { likelyThemeCount } from "@/lib/areas/theme.rules";
import { optionalSummary, ownStanceLabels } from "@/lib/comments/comment.rules";
import type { Writer } from "@/lib/comments/submission.rules";
import type { FormAction, FormValues } from "@/lib/forms/form-state";

/** For a new thread only. `themes`: the likely ones first. */
export type CommentFormOptions = { themes: Option[]; districts: Option[]; sectors: Option[] };

type Props = {
  action: FormAction;
  /** Where the checked comment is sent, when not to `action`. */
  submitUrl?: string;
  versionId: string;
  formId: string;
  maxLength: number;
  textLabel: string;
  /** Whether readers see it before a rep does. */
  isPublishedFirst: boolean;
  options: CommentFormOptions | null;
  /** The one that a new thread is on, when it is on one. */
  paragraph?: string;
  /** As whom the form writes. */
  writer: Writer;
  /** Shown in the place of the form where nothing can be sent any more. */
  refusal: ReactNode;
  draft: DraftTarget;
  /** What was saved as a draft, with its version. */
  savedValues: FormValues;
  /** The page itself, to come back to after signing in. */
  pageUrl: string;
};

const stanceOptions: Option[] = [
  ...Object.entries(ownStanceLabels).map(([value, label]) => ({ value, label })),
  { value: "", label: "Prefer not to say" },
];

/** Writing, checking and sending a comment. Works without JavaScript: each step is a page. */
export function CommentForm({ versionId, formId, options, savedValues, writer, ...props }: Props) {
  if (props.refusal) {
    return (
      <ActionForm action={props.action} defaults={savedValues}>
        <UnsentText label={props.textLabel}>{props.refusal}</UnsentText>
      </ActionForm>
    );
  }
  return (
    <ActionForm
      action={props.action}
      defaults={savedValues}
      done={{ result: "receipt", content: <SubmissionShownHere /> }}
    >
      <HiddenField name="versionId" value={versionId} />
      <HiddenField name="formId" value={formId} isRetained />
      <HiddenField name="usedFormId" value="" isRetained />
      {props.paragraph && <HiddenField name="paragraph" value={props.paragraph} />}
      <HiddenField name="draft" value="0" isRetained />
      <HiddenField name="draftPlace" value={props.draft?.place ?? ""} isRetained />
      <HiddenField name="draftOwner" value={writer.token} isRetained />
      <HiddenField name="writer" value={writer.token} />
      <WriterChangeNotice kind={writer.kind} alias={writer.alias} pageUrl={props.pageUrl} />
      <FormStep name="check">
        <CheckAnswers
          options={options}
          stances={stanceOptions}
          submitUrl={props.submitUrl}
          isPublishedFirst={props.isPublishedFirst}
          writer={writer}
        >
          <ProofOfWorkNotice subject="comment" returnUrl={props.pageUrl} />
        </CheckAnswers>
      </FormStep>
      <FormStep name="">
        <DraftSavedNotice />
        {savedValues.draft && <DraftRestoredNotice />}
        <WriterNotice kind={writer.kind} alias={writer.alias} />
        <TextArea
          name="text"
          label={props.textLabel}
          hint={`Use plain words. Up to ${props.maxLength.toLocaleString("en-GB")} characters. Do not include names, or anything only you could know.`}
          rows={6}
          maxLength={props.maxLength}
        />
        <WritingHelp field="text" text={String(savedValues.text ?? "")} />
        <Radios name="stance" legend="What is your view on this section? (optional)" options={stanceOptions} />
        {options && <CommentDetails {...options} hasDraft={Boolean(savedValues.draft)} />}
        <Button name="step" value="check">
          Check what you wrote
        </Button>
        <DraftControls target={props.draft} pageUrl={props.pageUrl} />
        <SomebodyElse kind={writer.kind} alias={writer.alias} />
      </FormStep>
    </ActionForm>
  );
}

/**
 * Folded away, so that the form is short on a phone. `browser/found-place.ts` chooses the district that somebody searched
 * for, and shows it: never in a form that was sent before or goes on from a draft, where an empty choice may be meant.
 */
function CommentDetails({ themes, districts, sectors, hasDraft }: CommentFormOptions & { hasDraft: boolean }) {
  return (
    <>
      {!hasDraft && (
        <UntilSubmitted>
          <p data-part="found-place" role="status" />
        </UntilSubmitted>
      )}
      <OptionalFields names={["themes", "district", "sector"]} summary={optionalSummary}>
        <Checkboxes
          name="themes"
          legend="What is it about?"
          hint="Choose up to 5, or none."
          options={themes}
          shown={likelyThemeCount}
          moreLabel="Show more themes"
        />
        <Select
          name="district"
          label="Where is your workplace?"
          hint="Next to your comment we only show the LEP area, never the district."
          emptyLabel="Prefer not to say"
          options={districts}
        />
        <Select
          name="sector"
          label="What kind of work is it?"
          hint="We never show this next to your comment."
          emptyLabel="Prefer not to say"
          options={sectors}
        />
      </OptionalFields>
    </>
  );
}
