import type { ReactNode } from "react";
import { IdentifyingDetailsWarning } from "@/components/comments/identifying-details-warning";
import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/forms/old-form-state";
import { consentTexts, currentConsentVersion } from "@/lib/people/privacy/consent.rules";

type Option = { value: string; label: string };
type Props = {
  values: FormState["values"];
  stances: Option[];
  options: { themes: Option[]; districts: Option[]; sectors: Option[] } | null;
  submitUrl?: string;
  /** Asked for before it is sent, where a script may be sending. */
  puzzle?: ReactNode;
  isPublishedFirst: boolean;
};

/** What was typed, to look at once more; the answers travel on in hidden fields. */
export function CheckAnswers({ values, stances, options, submitUrl, puzzle, isPublishedFirst }: Props) {
  const textValue = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const themes = Array.isArray(values.themes) ? values.themes : [];
  const label = (list: Option[], value: string) => list.find((option) => option.value === value)?.label;
  return (
    <>
      <h2 className="mb-4 text-xl">Check what you wrote</h2>
      <dl className="mb-6">
        <AnswerRow name="Your comment">
          <span className="whitespace-pre-wrap break-words" dir="auto">
            {textValue("text")}
          </span>
        </AnswerRow>
        <AnswerRow name="How you feel about it">{label(stances, textValue("stance"))}</AnswerRow>
        {options && (
          <>
            <AnswerRow name="What it is about">
              {themes.map((theme) => label(options.themes, theme)).join("; ") || "Not said"}
            </AnswerRow>
            <AnswerRow name="Your workplace is in">
              {label(options.districts, textValue("district")) ?? "Not said"}
            </AnswerRow>
            <AnswerRow name="Your kind of work">{label(options.sectors, textValue("sector")) ?? "Not said"}</AnswerRow>
          </>
        )}
      </dl>
      <IdentifyingDetailsWarning text={textValue("text")} />
      <input type="hidden" name="text" value={textValue("text")} />
      <input type="hidden" name="stance" value={textValue("stance")} />
      {options && (
        <>
          {themes.map((theme) => (
            <input key={theme} type="hidden" name="themes" value={theme} />
          ))}
          <input type="hidden" name="district" value={textValue("district")} />
          <input type="hidden" name="sector" value={textValue("sector")} />
        </>
      )}
      <p className="mb-4 font-semibold">
        {isPublishedFirst
          ? "Everybody can read it as soon as you send it. A union rep looks at it afterwards."
          : "A union rep reads it before anybody else can."}
      </p>
      {puzzle}
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
