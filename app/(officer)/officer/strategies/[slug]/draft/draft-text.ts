import type { FormValues } from "@/lib/forms/form-state";
import type { DraftAbout, DraftSection } from "@/lib/strategies/drafts/draft.schema";

// What is in a draft, and what was typed over it, as texts that can be compared line by line.

const line = (value: string | string[] | null | undefined) => [value ?? ""].flat().join(", ");

const aboutFields = ["title", "note", "summary", "canChange", "contact", "closesOn"] as const;

export const aboutText = (about: DraftAbout | FormValues): string =>
  aboutFields.map((name) => line(about[name])).join("\n\n");

/** A section as its form shows it. @param undefined when a colleague has removed it */
export function sectionText(section: DraftSection | undefined): string {
  if (!section) return "";
  const { title, summary, foundationId, themeIds, canChange, paragraphs } = section;
  const texts = paragraphs.map(({ text, block }) => (block?.kind === "funding" ? line(block.name) : text));
  return [title, summary, line(foundationId), line([...themeIds].sort()), line(canChange), ...texts].join("\n\n");
}

/** The same of what was typed, in the order of the form. */
export function submittedSectionText(values: FormValues): string {
  const { title, summary, foundation, canChange } = values;
  const themes = [values.themes ?? []].flat().sort();
  const texts = Object.entries(values).flatMap(([name, value]) => (/^(text|name)-/.test(name) ? [line(value)] : []));
  return [line(title), line(summary), line(foundation), line(themes), line(canChange), ...texts].join("\n\n");
}

/** All sections, as they would be pasted. */
export const documentText = (sections: DraftSection[]): string =>
  sections
    .map(({ title, paragraphs }) => [`# ${title}`, ...paragraphs.map(({ text }) => text)].join("\n\n"))
    .join("\n\n");
