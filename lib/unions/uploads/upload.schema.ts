import { z } from "zod";
import { isStorable } from "@/lib/forms/fields.schema";
import { Stance } from "@/prisma/generated/enums";

/** The rows of a confirmed or unconfirmed upload, as stored; `row` is the row's number in the sheet. */
export const storedRows = z.array(
  z.object({
    row: z.number(),
    text: z.string().refine(isStorable),
    section: z.number(),
    stance: z.enum(Stance).nullable(),
    district: z.string().refine(isStorable).nullable(),
  }),
);
