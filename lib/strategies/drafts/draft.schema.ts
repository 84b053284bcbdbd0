import { z } from "zod";
import { hasVisibleText } from "@/lib/characters";
import { chosenId, optionalText, requiredDay, requiredText, typedText } from "@/lib/forms/fields.schema";
import { blockSchema, sharingMethods } from "@/lib/strategies/versions/block.schema";

export const maxPastedLength = 200_000;
export const maxParagraphLength = 10_000;
export const maxSections = 60;
export const maxParagraphs = 1_000;

/** `paragraphId`: the published paragraph that this one continues; null for a new one. */
export const draftParagraph = z.object({
  key: z.string(),
  paragraphId: z.string().nullable(),
  text: z.string(),
  block: blockSchema.nullable(),
});
export type DraftParagraph = z.infer<typeof draftParagraph>;

/** `sectionId`: the published section that this one continues; null for a new one. */
export const draftSection = z.object({
  key: z.string(),
  sectionId: z.string().nullable(),
  title: z.string(),
  summary: z.string(),
  foundationId: z.string().nullable(),
  themeIds: z.array(z.string()),
  canChange: z.string().nullable(),
  paragraphs: z.array(draftParagraph),
});
export type DraftSection = z.infer<typeof draftSection>;

export const draftSections = z.array(draftSection);

/** The version of the draft that the page showed. */
export const draftVersionInput = z.coerce.number({ error: "Open the page again." }).int().min(1).max(1_000_000);

export const aboutInput = z.object({
  title: requiredText(200, "Give this version a name, such as “Draft for consultation”."),
  note: optionalText(2_000),
  summary: requiredText(1_000, "Say what the strategy is, in two or three plain sentences."),
  canChange: requiredText(2_000, "Say what could change. If nothing could, there is nothing to ask."),
  contact: requiredText(300, "Say who people can contact."),
  closesOn: requiredDay("Enter the closing date."),
});
/** What opening copies to the strategy (`summary` and below) and to the version (`title`, `note`). */
export type AboutInput = z.infer<typeof aboutInput>;

/** The day on which a checked draft opens by itself. */
export const planOpeningInput = z.object({ day: requiredDay("Choose a day.") });

/** The stored form, in which fields may still be empty. */
export const draftAbout = z.object({
  title: z.string(),
  note: z.string().nullable(),
  summary: z.string(),
  canChange: z.string(),
  contact: z.string(),
  closesOn: z.string(),
});
export type DraftAbout = z.infer<typeof draftAbout>;

/** The stored columns of a draft. @throws ZodError when they are of another shape */
export const parseDraft = (row: { about: unknown; sections: unknown }) => ({
  about: draftAbout.parse(row.about),
  sections: draftSections.parse(row.sections),
});

export const pastedInput = z.object({
  text: typedText(maxPastedLength, "Paste the text of the strategy.").refine(
    hasVisibleText,
    "Paste the text of the strategy.",
  ),
});

const referenceId = chosenId("Choose from the list.");

export const sectionInput = z.object({
  title: requiredText(200, "Give this section a title."),
  summary: requiredText(600, "Say in one sentence what this section is about."),
  foundation: z
    .union([z.literal("").transform(() => null), referenceId])
    .nullable()
    .default(null),
  themes: z.array(referenceId).max(20).default([]),
  canChange: optionalText(1_000),
});
export type SectionInput = z.infer<typeof sectionInput>;

export const paragraphText = requiredText(maxParagraphLength, "Write the paragraph, or remove it.");

export const fundingInput = z.object({
  name: requiredText(150, "Give this fund a name."),
  amount: requiredText(150, "Say how much it is, and for which years."),
  sharing: z.enum(sharingMethods, "Choose how it is shared."),
  who: requiredText(300, "Say who gets it."),
  decided: requiredText(200, "Say when it is decided, and who decides."),
  source: optionalText(500).refine(
    (value) => value === null || /^https:\/\/\S+$/.test(value),
    "Enter the full address, starting with https://",
  ),
});
export type FundingInput = z.infer<typeof fundingInput>;

const key = z.string().regex(/^[A-Za-z0-9_-]{10,40}$/);

/** What a button in a section's form does after its fields are saved. */
export const sectionOperation = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("save") }),
  z.object({ kind: z.enum(["add", "fund"]) }),
  z.object({ kind: z.enum(["up", "down"]), key }),
  z.object({ kind: z.enum(["remove", "split"]), key }),
  z.object({ kind: z.literal("move"), key, to: key }),
]);
export type SectionOperation = z.infer<typeof sectionOperation>;

/** What a button in the list of sections does. */
export const outlineOperation = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("add") }),
  z.object({ kind: z.enum(["up", "down"]), key }),
  z.object({ kind: z.enum(["remove", "join"]), key }),
]);
export type OutlineOperation = z.infer<typeof outlineOperation>;
