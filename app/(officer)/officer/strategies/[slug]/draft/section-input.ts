import type { Parsed } from "@/lib/forms/form-action";
import { fieldErrors, submittedValues } from "@/lib/forms/form-data";
import type { SectionEdit } from "@/lib/strategies/drafts/draft.commands";
import {
  type FundingInput,
  fundingInput,
  paragraphText,
  sectionInput,
  sectionOperation,
} from "@/lib/strategies/drafts/draft.schema";

const fundingFields = ["name", "amount", "sharing", "who", "decided", "source"];

/**
 * Parses the form of a section. Each paragraph has a field "text-KEY" or those of a funding line ("name-KEY",
 * "amount-KEY" and so on), and "to-KEY" for the section to move it to. The button's value is an operation: "up:KEY".
 * The fields of a paragraph that the button removes are not checked.
 */
export function parseSectionForm(form: FormData): Parsed<Omit<SectionEdit, "key">> {
  const values = submittedValues(form, ["themes"]);
  const [kind, key] = String(values.operation ?? "save").split(":");
  const operation = sectionOperation.safeParse({ kind, key, to: values[`to-${key}`] });
  if (!operation.success) return { errors: { [`to-${key}`]: "Choose where to move it." } };
  const removedKey = operation.data.kind === "remove" ? operation.data.key : null;
  const keysOf = (prefix: string) =>
    Object.keys(values).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  const section = sectionInput.safeParse(values);
  const errors = section.success ? {} : fieldErrors(section.error);
  const texts = new Map<string, string>();
  for (const paragraph of keysOf("text-")) {
    if (paragraph === removedKey) continue;
    const text = paragraphText.safeParse(values[`text-${paragraph}`]);
    if (text.success) texts.set(paragraph, text.data);
    else errors[`text-${paragraph}`] = text.error.issues[0]?.message ?? "Write the paragraph.";
  }
  const fundingLines = new Map<string, FundingInput>();
  for (const paragraph of keysOf("name-")) {
    if (paragraph === removedKey) continue;
    const line = fundingInput.safeParse(
      Object.fromEntries(fundingFields.map((name) => [name, values[`${name}-${paragraph}`]])),
    );
    if (line.success) fundingLines.set(paragraph, line.data);
    else
      for (const [name, message] of Object.entries(fieldErrors(line.error))) errors[`${name}-${paragraph}`] = message;
  }
  if (!section.success || Object.keys(errors).length > 0) return { errors };
  return {
    input: {
      input: section.data,
      text: (paragraph) => texts.get(paragraph),
      funding: (paragraph) => fundingLines.get(paragraph),
      operation: operation.data,
    },
  };
}
