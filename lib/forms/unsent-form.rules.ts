import { unsentParam } from "@/lib/forms/form-origin.rules";
import type { InterruptedForm } from "@/lib/forms/interrupted-form.schema";
import { interruptionTexts } from "@/lib/forms/interruption.rules";

type Field = { name: string; label: string; text: string };

/** A form that was not sent, as /unsent shows it. */
export type UnsentForm = {
  id: string;
  /** Its page; not exactly the address that was posted to, which may lead back here. */
  page: string;
  reason: string;
  /** What was typed. */
  texts: Field[];
  /** What was chosen or typed in one word. */
  choices: Field[];
};

// numbers and ids that a form holds for its action: nobody typed them
const forActions = /^(formId|version|draft|paragraph|puzzle|operation|to|comment|conflict|seen.*)$/;
const isId = (text: string) => /^[\w-]{20,26}$/.test(text);

/** What a person may want to copy from a form. */
export function describeUnsentForm({ id, page, interruption, message, values }: InterruptedForm): UnsentForm {
  const fields = Object.entries(values).flatMap(([name, value]) =>
    [value].flat().flatMap((text, index) => {
      if (forActions.test(name) || text.trim() === "" || isId(text)) return [];
      return [{ name: index === 0 ? name : `${name}-${index}`, label: labelOf(name), text }];
    }),
  );
  const isLong = ({ text }: Field) => /\s/.test(text.trim()) || text.length > 30;
  return {
    id,
    page: `${page}${page.includes("?") ? "&" : "?"}${unsentParam}=1`,
    reason: [interruptionTexts[interruption], message].filter(Boolean).join(" "),
    texts: fields.filter(isLong),
    choices: fields.filter((field) => !isLong(field)),
  };
}

/** "paragraph-text" and "paragraphText" as "Paragraph text". */
function labelOf(name: string): string {
  const text = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_]+/g, " ")
    .trim()
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
