import { z } from "zod";
import { typedText } from "@/lib/forms/fields.schema";
import { reasonCodes } from "@/lib/moderation/decisions/reason.rules";
import { ModerationAction } from "@/prisma/generated/enums";

/** What a rep may write beside a choice: trimmed, null when nothing is typed. */
export const noteText = (maxLength: number) =>
  typedText(maxLength)
    .transform((text) => text.trim() || null)
    .default(null);

/** Spans of the text in UTF-16 units, as a script sends them: "4-11 20-31". */
const spanList = z
  .string()
  .regex(/^(\d{1,5}-\d{1,5}( \d{1,5}-\d{1,5}){0,49})?$/, "Mark the text again.")
  .transform((value): [number, number][] =>
    value === "" ? [] : value.split(" ").map((pair) => pair.split("-").map(Number) as [number, number]),
  );

/** Phrases of the text as a person types them, one a line. */
const phraseList = typedText(5000).transform((value) =>
  value
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean),
);

/** A decision on a case. `version` is that of the comment that the rep read. */
export const decisionInput = z.strictObject({
  decision: z.enum(ModerationAction, "Choose what to do."),
  version: z.coerce.number().int().positive(),
  reason: z.preprocess(
    (value) => (value === "" ? null : value),
    z.enum(reasonCodes, "Choose a reason from the list.").nullable().default(null),
  ),
  toAuthor: noteText(1000),
  note: noteText(1000),
  spans: spanList.default([]),
  phrases: phraseList.default([]),
});
export type DecisionInput = z.infer<typeof decisionInput>;

/** Why a decided case is opened again. */
export const reopeningInput = z.object({
  reason: z.enum(reasonCodes, "Choose a reason from the list."),
  note: noteText(1000),
});
export type ReopeningInput = z.infer<typeof reopeningInput>;

/** The share of decisions that get a second look, in per cent. */
export const secondLookShareInput = z.strictObject({
  strategyId: z.string().regex(/^[a-z0-9-]{1,64}$/, "Choose a strategy."),
  percent: z.coerce.number("Use a number from 0 to 100.").int().min(0).max(100, "Use a number from 0 to 100."),
});
export type SecondLookShareInput = z.infer<typeof secondLookShareInput>;
