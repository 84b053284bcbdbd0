import { z } from "zod";
import { optionalText, requiredText } from "@/lib/forms/fields.schema";
import { FactTopic } from "@/prisma/generated/enums";

export const maxCorrectionLength = 1000;

const isWebAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** The form of a correction. */
export const factCorrectionInput = z.object({
  topic: z.enum(FactTopic, "Choose what it is about."),
  text: requiredText(maxCorrectionLength, "Say what is right."),
  source: optionalText(500).refine(
    (address) => address === null || isWebAddress(address),
    "Type a web address that starts with https://, or leave it empty.",
  ),
});
export type FactCorrectionInput = z.infer<typeof factCorrectionInput>;

/** What an admin found. */
export const factCheckInput = z.object({
  decision: z.enum(["accepted", "rejected"], "Choose if it is right."),
  reply: requiredText(maxCorrectionLength, "Say how you checked it, or why it is not right."),
});
export type FactCheckInput = z.infer<typeof factCheckInput>;
