import { z } from "zod";
import { countCharacters, hasVisibleText } from "@/lib/characters";
import { dateOf, dateOfDay, isDay } from "@/lib/dates";
import { email } from "@/lib/people/credential.schema";
import { Role } from "@/prisma/generated/enums";

// null, or "" from a form, where none was chosen
const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{0,100}$/, "This is not an id.")
  .transform((value) => value || null)
  .nullable()
  .default(null);

const optionalDay = z
  .string()
  .trim()
  .refine((value) => value === "" || /^\d{4}-\d{2}-\d{2}$/.test(value), {
    error: "Type the date as year, month, day, for example 2027-03-31.",
    abort: true,
  })
  .refine((value) => value === "" || isDay(value), { error: "This is not a real date.", abort: true })
  .transform((value) => (value ? dateOfDay(value) : null))
  .refine((day) => day === null || day >= dateOf(new Date()), "The date must be in the future.")
  .nullable();

const requiredScope: Record<Role, { body: boolean; union: boolean }> = {
  rep: { body: true, union: true },
  officer: { body: true, union: false },
  union_officer: { body: false, union: true },
  union_editor: { body: false, union: true },
  admin: { body: false, union: false },
};

/** A role for the account of an address, with the scope that the role requires. */
export const grantInput = z
  .object({
    email,
    role: z.enum(Role, { error: "Choose a role." }),
    bodyId: id,
    unionId: id,
    /** The last day on which the role counts; null or left out for none. */
    lastDay: optionalDay.optional(),
    label: z
      .string()
      .trim()
      .refine(hasVisibleText, "Give the name that colleagues will see, like “Rep 3 (UNISON)”.")
      .refine((value) => countCharacters(value) <= 100, "Use 100 characters or fewer.")
      .regex(/^[^\p{Cc}\p{Surrogate}]*$/u, "It contains a character we cannot save."),
  })
  .superRefine(({ role, bodyId, unionId }, context) => {
    const addIssue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (requiredScope[role].body && !bodyId) addIssue("bodyId", "Say for which body: this role is for one body only.");
    if (requiredScope[role].union && !unionId)
      addIssue("unionId", "Say for which union: this role is for one union only.");
    if (!requiredScope[role].body && bodyId) addIssue("bodyId", "This role is not for one body. Choose none.");
    if (!requiredScope[role].union && unionId) addIssue("unionId", "This role is not for one union. Choose none.");
  });

export type GrantInput = z.infer<typeof grantInput>;
