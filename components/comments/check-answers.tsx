import type { ReactNode } from "react";
import { CampaignWarning } from "@/components/comments/campaign-warning";
import type { CommentFormOptions } from "@/components/comments/comment-form";
import { TypedDetailsWarning } from "@/components/comments/identifying-details-warning";
import { UsedFormNotice } from "@/components/comments/used-form-notice";
import { SomebodyElse, WriterNotice } from "@/components/comments/writer-notice";
import type { Option } from "@/components/forms/fields";
import { StepHeading, UnlessResult, WhenResult } from "@/components/forms/form-result";
import { CarriedValues, TypedChoice, TypedText } from "@/components/forms/typed-values";
import { Button } from "@/components/ui/button";
import type { Writer } from "@/lib/comments/submission.rules";
import { consentTexts, currentConsentVersion } from "@/lib/people/privacy/consent.rules";

type Props = {
  stances: Option[];
  options: CommentFormOptions | null;
  submitUrl?: string;
  /** Shown before the text of the consent: a puzzle, where one is needed. */
  children: ReactNode;
  isPublishedFirst: boolean;
  writer: Pick<Writer, "kind" | "alias">;
};

/** What was typed, to read once more before it is sent. */
export function CheckAnswers({ stances, options, submitUrl, children, isPublishedFirst, writer }: Props) {
  return (
    <>
      <StepHeading>Check what you wrote</StepHeading>
      <WriterNotice {...writer} />
      <dl className="mb-6">
        <AnswerRow name="Your comment">
          <TypedText name="text" />
        </AnswerRow>
        <AnswerRow name="Your view">
          <TypedChoice name="stance" options={stances} none="Prefer not to say" />
        </AnswerRow>
        {options && (
          <>
            <AnswerRow name="What it is about">
              <TypedChoice name="themes" options={options.themes} none="No answer" />
            </AnswerRow>
            <AnswerRow name="Your workplace">
              <TypedChoice name="district" options={options.districts} none="No answer" />
            </AnswerRow>
            <AnswerRow name="Your kind of work">
              <TypedChoice name="sector" options={options.sectors} none="No answer" />
            </AnswerRow>
          </>
        )}
      </dl>
      <TypedDetailsWarning />
      <WhenResult name="isRepeated">
        <CampaignWarning {...writer} />
      </WhenResult>
      <CarriedValues names={options ? ["text", "stance", "themes", "district", "sector"] : ["text", "stance"]} />
      <p className="mb-4 font-semibold">
        {isPublishedFirst
          ? "We publish it when you send it, and everyone can see it from the next morning. A union rep checks it afterwards."
          : "A union rep reads it before anybody else can."}
      </p>
      {children}
      <UsedFormNotice />
      <p className="mb-4">{consentTexts[currentConsentVersion].comment}</p>
      <p className="flex flex-wrap gap-3">
        <Button name="step" value="send" formAction={submitUrl}>
          <UnlessResult name="isFormUsed">I agree and send</UnlessResult>
          <WhenResult name="isFormUsed">I agree and send as another comment</WhenResult>
        </Button>
        <Button kind="secondary" name="step" value="change">
          Change it
        </Button>
      </p>
      <SomebodyElse {...writer} />
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
