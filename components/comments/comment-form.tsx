"use client";

import { useActionState } from "react";
import { CheckAnswers } from "@/components/comments/check-answers";
import { type CommentFormState, emptyCommentForm } from "@/components/comments/comment-form-state";
import { DraftControls, type DraftTarget } from "@/components/comments/draft-controls";
import { ProofOfWorkNotice } from "@/components/comments/proof-of-work-notice";
import { WritingHelp } from "@/components/comments/writing-help";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkboxes, Radios, Select, TextArea } from "@/components/ui/field";
import type { FormState } from "@/lib/forms/old-form-state";

type Option = { value: string; label: string };

/** Themes, districts and sectors are asked for a new thread only. */
export type CommentFormOptions = { themes: Option[]; districts: Option[]; sectors: Option[] };

type Props = {
  action: (state: CommentFormState, form: FormData) => Promise<CommentFormState>;
  /** Where the checked comment goes, when not to `action` itself. */
  submitUrl?: string;
  versionId: string;
  formId: string;
  maxLength: number;
  textLabel: string;
  /** Readers see it before a rep does. */
  isPublishedFirst: boolean;
  options: CommentFormOptions | null;
  /** The one that a new thread is on, when it is on one. */
  paragraph?: string;
  draft: DraftTarget;
  /** What was kept as a draft before, with its version. */
  savedValues: FormState["values"];
  /** The page itself, where somebody comes back to who signs in first. */
  pageUrl: string;
};

export const stanceOptions = [
  { value: "for", label: "I am for what it says" },
  { value: "neutral", label: "Neither for nor against" },
  { value: "against", label: "I am against what it says" },
  { value: "", label: "I would rather not say" },
];

/** Writing, checking and sending a comment. Works without JavaScript: every step is a page. */
export function CommentForm({ action, versionId, options, ...props }: Props) {
  const [state, post] = useActionState(action, emptyCommentForm);
  const values = state === emptyCommentForm ? props.savedValues : state.values;
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  const formId = text("formId") ?? props.formId;
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={state.errors} />
      <input type="hidden" name="versionId" value={versionId} />
      <input type="hidden" name="formId" value={formId} />
      {props.paragraph && <input type="hidden" name="paragraph" value={props.paragraph} />}
      <input type="hidden" name="draft" value={text("draft") ?? "0"} />
      {state.step === "check" ? (
        <CheckAnswers
          values={values}
          options={options}
          stances={stanceOptions}
          submitUrl={props.submitUrl}
          puzzle={
            state.puzzle && (
              <ProofOfWorkNotice
                puzzle={state.puzzle}
                pressedValue="send"
                subject="comment"
                returnUrl={props.pageUrl}
              />
            )
          }
          isPublishedFirst={props.isPublishedFirst}
        />
      ) : (
        <>
          {state === emptyCommentForm && props.savedValues.draft && (
            <p className="mb-6 font-semibold">Here is your draft, as you left it.</p>
          )}
          <TextArea
            name="text"
            label={props.textLabel}
            hint={`Plain words are best. Up to ${props.maxLength.toLocaleString("en-GB")} characters. Leave out names, and anything that only you could know.`}
            error={state.errors.text}
            defaultValue={text("text")}
            rows={9}
            maxLength={props.maxLength}
          />
          <WritingHelp field="text" text={text("text")} />
          <Radios
            name="stance"
            legend="How do you feel about this part of the strategy?"
            hint="You don't have to say."
            error={state.errors.stance}
            options={stanceOptions}
            defaultValue={text("stance") ?? ""}
          />
          {options && <CommentDetails options={options} errors={state.errors} themes={values.themes} text={text} />}
          <Button name="step" value="check">
            Check what you wrote
          </Button>
          <DraftControls target={props.draft} isSaved={state.isSaved ?? false} pageUrl={props.pageUrl} />
        </>
      )}
    </form>
  );
}

type DetailsProps = {
  options: CommentFormOptions;
  errors: FormState["errors"];
  themes: string | string[] | undefined;
  text: (name: string) => string | undefined;
};

function CommentDetails({ options, errors, themes, text }: DetailsProps) {
  return (
    <>
      <Checkboxes
        name="themes"
        legend="What is it about?"
        hint="Choose up to five, or none."
        error={errors.themes}
        options={options.themes}
        defaultValue={Array.isArray(themes) ? themes : []}
      />
      <Select
        name="district"
        label="Where is your workplace?"
        hint="You don't have to say. It is never shown beside your comment while few people there have spoken."
        emptyLabel="I would rather not say"
        options={options.districts}
        error={errors.district}
        defaultValue={text("district")}
      />
      <Select
        name="sector"
        label="What kind of work is it?"
        hint="You don't have to say."
        emptyLabel="I would rather not say"
        options={options.sectors}
        error={errors.sector}
        defaultValue={text("sector")}
      />
    </>
  );
}
