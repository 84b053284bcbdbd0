import type { ReactNode } from "react";
import type { CommentFormOptions } from "@/components/comments/comment-form";
import { TypedDetailsWarning } from "@/components/comments/identifying-details-warning";
import type { Option } from "@/components/forms/fields";
import { CarriedValues, TypedChoice, TypedText } from "@/components/forms/typed-values";
import { Button } from "@/components/ui/button";
import { consentTexts, currentConsentVersion } from "@/lib/people/privacy/consent.rules";

type Props = {
  stances: Option[];
  options: CommentFormOptions | null;
  submitUrl?: string;
  /** Shown before the text of the consent: a puzzle, where one is needed. */
  children: ReactNode;
  isPublishedFirst: boolean;
};

/** What was typed, to read once more before it is sent. */
export function CheckAnswers({ stances, options, submitUrl, children, isPublishedFirst }: Props) {
  return (
    <>
      <h2 className="mb-4 text-xl">Check what you wrote</h2>
      <dl className="mb-6">
        <AnswerRow name="Your comment">
          <TypedText name="text" />
        </AnswerRow>
        <AnswerRow name="How you feel about it">
          <TypedChoice name="stance" options={stances} none="I would rather not say" />
        </AnswerRow>
        {options && (
          <>
            <AnswerRow name="What it is about">
              <TypedChoice name="themes" options={options.themes} none="Not said" />
            </AnswerRow>
            <AnswerRow name="Your workplace is in">
              <TypedChoice name="district" options={options.districts} none="Not said" />
            </AnswerRow>
            <AnswerRow name="Your kind of work">
              <TypedChoice name="sector" options={options.sectors} none="Not said" />
            </AnswerRow>
          </>
        )}
      </dl>
      <TypedDetailsWarning />
      <CarriedValues names={options ? ["text", "stance", "themes", "district", "sector"] : ["text", "stance"]} />
      <p className="mb-4 font-semibold">
        {isPublishedFirst
          ? "Everybody can read it as soon as you send it. A union rep looks at it afterwards."
          : "A union rep reads it before anybody else can."}
      </p>
      {children}
      <p className="mb-4">{consentTexts[currentConsentVersion].comment}</p>
      <p className="flex flex-wrap gap-3">
        <Button name="step" value="send" formAction={submitUrl}>
          I agree: send it
        </Button>
        <Button kind="secondary" name="step" value="change">
          Change something
        </Button>
      </p>
    </>
  );
}

function AnswerRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="border-line border-t py-3">
      <dt className="font-semibold">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
