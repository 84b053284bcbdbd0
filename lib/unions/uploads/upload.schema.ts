import { z } from "zod";
import { isStorable } from "@/lib/forms/fields.schema";
import { Stance } from "@/prisma/generated/enums";

const storedText = z.string().refine(isStorable);

/**
 * A row of an upload, as stored; `row` is its number in the sheet. `isRecorded`: the record has the same comment
 * already, from an earlier file or typed by hand.
 */
const uploadRow = z.object({
  row: z.number(),
  text: storedText,
  section: z.number(),
  stance: z.enum(Stance).nullable(),
  district: storedText.nullable(),
  isHidden: z.boolean().optional(),
  isRecorded: z.boolean().optional(),
});
export type UploadRow = z.infer<typeof uploadRow>;

export const storedRows = z.array(uploadRow);

/** What the preview shows beside the rows. */
export const uploadReport = z.object({
  columns: z
    .array(
      z.object({
        letters: storedText,
        name: storedText,
        cells: z.number(),
        isUsed: z.boolean(),
        isHidden: z.boolean(),
      }),
    )
    .default([]),
  problems: z
    .array(z.object({ row: z.number(), column: storedText, message: storedText, isRowLeftOut: z.boolean() }))
    .default([]),
  notes: z.array(storedText).default([]),
});
export type UploadReport = z.infer<typeof uploadReport>;

/** What the rep chooses before the rows are recorded. */
export const confirmUploadInput = z.object({
  equal: z.enum(["each", "once"], "Choose whether equal rows are from one person.").default("once"),
  hidden: z.literal("yes").optional(),
});
export type ConfirmUploadInput = z.infer<typeof confirmUploadInput>;
