"use client";

import { useActionState } from "react";
import { type CommentFormState, emptyCommentForm } from "@/components/comments/comment-form-state";
import { DraftControls, type DraftTarget } from "@/components/comments/draft-controls";
import { IdentifyingDetailsWarning } from "@/components/comments/identifying-details-warning";
import { WritingHelp } from "@/components/comments/writing-help";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/field";
import type { FormState } from "@/lib/forms/old-form-state";

type Props = {
  action: (state: CommentFormState, form: FormData) => Promise<CommentFormState>;
  version: number;
  text: string;
  maxLength: number;
  draft: DraftTarget;
  /** What was kept as a draft of the change, with its version. */
  savedValues: FormState["values"];
  pageUrl: string;
};

/** Changing the words. They are shown once more before they go only where something in them could identify. */
export function RevisionForm({ action, version, text, maxLength, draft, savedValues, pageUrl }: Props) {
  const [state, post] = useActionState(action, emptyCommentForm);
  const { step, errors } = state;
  const values = state === emptyCommentForm ? savedValues : state.values;
  const currentText = typeof values.text === "string" ? values.text : text;
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="draft" value={typeof values.draft === "string" ? values.draft : "0"} />
      {step === "check" ? (
        <>
          <h2 className="mb-4 text-xl">Check what you wrote</h2>
          <p className="whitespace-pre-wrap break-words" dir="auto">
            {currentText}
          </p>
          <IdentifyingDetailsWarning text={currentText} />
          <input type="hidden" name="text" value={currentText} />
          <p className="flex flex-wrap gap-3">
            <Button name="step" value="send">
              Send it as it is
            </Button>
            <Button kind="secondary" name="step" value="change">
              Change something
            </Button>
          </p>
        </>
      ) : (
        <>
          {state === emptyCommentForm && savedValues.draft && (
            <p className="mb-6 font-semibold">Here is your draft, as you left it.</p>
          )}
          <TextArea
            name="text"
            label="Your words"
            hint="Change what you like. A rep reads it again before others can."
            error={errors.text}
            defaultValue={currentText}
            maxLength={maxLength}
          />
          <WritingHelp field="text" text={currentText} />
          <Button name="step" value="check">
            Send it again
          </Button>
          <DraftControls target={draft} isSaved={state.isSaved ?? false} pageUrl={pageUrl} />
        </>
      )}
    </form>
  );
}
