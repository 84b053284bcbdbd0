import type { ReactNode } from "react";
import { SignsFound } from "@/components/comments/identifying-details-warning";
import { Button } from "@/components/ui/button";
import type { FormState } from "@/lib/forms/form-state";
import { consentWording, consentWordings } from "@/lib/people/privacy/consent.rules";

type Option = { value: string; label: string };
type Props = {
  values: FormState["values"];
  stances: Option[];
  choices: { themes: Option[]; districts: Option[]; sectors: Option[] } | null;
  sendTo?: string;
  /** Asked for before it is sent, where a script may be sending. */
  puzzle?: ReactNode;
  isPublishedFirst: boolean;
};

/** What was typed, to look at once more; the answers travel on in hidden fields. */
export function CheckAnswers({ values, stances, choices, sendTo, puzzle, isPublishedFirst }: Props) {
  const one = (name: string) => (typeof values[name] === "string" ? values[name] : "");
  const themes = Array.isArray(values.themes) ? values.themes : [];
  const label = (options: Option[], value: string) => options.find((option) => option.value === value)?.label;
  return (
    <>
      <h2 className="mb-4 text-xl">Check what you wrote</h2>
      <dl className="mb-6">
        <Answer name="Your comment">
          <span className="whitespace-pre-wrap break-words" dir="auto">
            {one("text")}
          </span>
        </Answer>
        <Answer name="How you feel about it">{label(stances, one("stance"))}</Answer>
        {choices && (
          <>
            <Answer name="What it is about">
              {themes.map((theme) => label(choices.themes, theme)).join("; ") || "Not said"}
            </Answer>
            <Answer name="Your workplace is in">{label(choices.districts, one("district")) ?? "Not said"}</Answer>
            <Answer name="Your kind of work">{label(choices.sectors, one("sector")) ?? "Not said"}</Answer>
          </>
        )}
      </dl>
      <SignsFound text={one("text")} />
      <input type="hidden" name="text" value={one("text")} />
      <input type="hidden" name="stance" value={one("stance")} />
      {choices && (
        <>
          {themes.map((theme) => (
            <input key={theme} type="hidden" name="themes" value={theme} />
          ))}
          <input type="hidden" name="district" value={one("district")} />
          <input type="hidden" name="sector" value={one("sector")} />
        </>
      )}
      <p className="mb-4 font-semibold">
        {isPublishedFirst
          ? "Everybody can read it as soon as you send it. A union rep looks at it afterwards."
          : "A union rep reads it before anybody else can."}
      </p>
      {puzzle}
      <p className="mb-4">{consentWordings[consentWording].comment}</p>
      <p className="flex flex-wrap gap-3">
        <Button name="step" value="send" formAction={sendTo}>
          I agree: send it
        </Button>
        <Button kind="secondary" name="step" value="change">
          Change something
        </Button>
      </p>
    </>
  );
}

function Answer({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="border-line border-t py-3">
      <dt className="font-semibold">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
