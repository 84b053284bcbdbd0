"use client";

import { useActionState } from "react";
import { type CommentFormState, newComment } from "@/components/comments/form-state";
import { SignsFound } from "@/components/comments/signs-found";
import { WritingHelp } from "@/components/comments/writing-help";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/field";

type Props = {
  action: (state: CommentFormState, form: FormData) => Promise<CommentFormState>;
  version: number;
  text: string;
  longest: number;
};

/** Changing the words. They are shown once more before they go only where something in them could identify. */
export function RevisionForm({ action, version, text, longest }: Props) {
  const [{ step, errors, values }, post] = useActionState(action, newComment);
  const words = typeof values.text === "string" ? values.text : text;
  return (
    <form action={post} noValidate>
      <ErrorSummary errors={errors} />
      <input type="hidden" name="version" value={version} />
      {step === "check" ? (
        <>
          <h2 className="mb-4 text-xl">Check what you wrote</h2>
          <p className="whitespace-pre-wrap break-words" dir="auto">
            {words}
          </p>
          <SignsFound text={words} />
          <input type="hidden" name="text" value={words} />
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
          <TextArea
            name="text"
            label="Your words"
            hint="Change what you like. A rep reads it again before others can."
            error={errors.text}
            defaultValue={words}
            maxLength={longest}
          />
          <WritingHelp field="text" text={words} />
          <Button name="step" value="check">
            Send it again
          </Button>
        </>
      )}
    </form>
  );
}
