import { z } from "zod";
import { reasonCodes } from "@/lib/moderation/decisions/reason.rules";
import { ModerationAction } from "@/prisma/generated/enums";

const optionalText = z
  .string()
  .max(1000, "Use at most 1,000 characters.")
  .refine(
    (value) => !value.includes("\0") && !/\p{Surrogate}/u.test(value),
    "These words hold a character that cannot be kept.",
  )
  .transform((value) => value.trim() || null);

/** Places in the text as a script sends them: "4-11 20-31". */
const spanList = z
  .string()
  .regex(/^(\d{1,5}-\d{1,5}( \d{1,5}-\d{1,5}){0,49})?$/, "Mark the words again.")
  .transform((value): [number, number][] =>
    value === "" ? [] : value.split(" ").map((pair) => pair.split("-").map(Number) as [number, number]),
  );

/** Words of the text as a person types them, one place a line. */
const phraseList = z
  .string()
  .max(5000, "Use at most 5,000 characters.")
  .regex(/^[^\0\p{Surrogate}]*$/u, "These words hold a character that cannot be kept.")
  .transform((value) =>
    value
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  );

/** What a rep decides on a case. `version` is that of the comment they read. */
export const decisionInput = z.strictObject({
  decision: z.enum(ModerationAction, "Choose what to do."),
  version: z.coerce.number().int().positive(),
  reason: z.preprocess(
    (value) => (value === "" ? null : value),
    z.enum(reasonCodes, "Choose a reason from the list.").nullable().default(null),
  ),
  toAuthor: optionalText.default(null),
  note: optionalText.default(null),
  spans: spanList.default([]),
  phrases: phraseList.default([]),
});
export type DecisionInput = z.infer<typeof decisionInput>;
