import { z } from "zod";
import { dateOf } from "@/lib/dates";
import { requiredDate } from "@/lib/forms/fields.schema";
import { weeksFrom } from "@/lib/moderation/rota/rota.rules";

const day = requiredDate("Enter a date.");

const maxAbsenceDuration = 366 * 24 * 60 * 60_000;

/** An absence, first and last day included. */
export const absenceInput = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "The last day must not be before the first day." })
  .refine(({ to }) => to >= dateOf(new Date()), { path: ["to"], message: "The date must be in the future." })
  .refine(({ from, to }) => to.getTime() - from.getTime() < maxAbsenceDuration, {
    path: ["to"],
    message: "An absence can last up to a year. Ask an admin to end your role if you are away for longer.",
  });
export type AbsenceInput = z.infer<typeof absenceInput>;

/** A week of an area's rota, its first day as YYYY-MM-DD, and whether a rep takes it or gives it back. */
export const shiftParams = z.strictObject({
  areaId: z.string().regex(/^[a-z0-9-]{1,64}$/, "Choose an area."),
  week: day.refine((week) => weeksFrom(new Date()).some((one) => one.getTime() === week.getTime()), "Choose a week."),
  isTaken: z.boolean(),
});
export type ShiftParams = z.infer<typeof shiftParams>;
