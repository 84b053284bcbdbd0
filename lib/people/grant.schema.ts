import { z } from "zod";
import { countCharacters } from "@/lib/characters";
import { email } from "@/lib/people/credential.schema";
import { Role } from "@/prisma/generated/enums";

const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,100}$/, "That is no id.")
  .nullable()
  .default(null);

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
    role: z.enum(Role, { error: `The roles are ${Object.values(Role).join(", ")}.` }),
    bodyId: id,
    unionId: id,
    label: z
      .string()
      .trim()
      .min(1, "Say how colleagues see them, like “Rep 3 (UNISON)”.")
      .refine((value) => countCharacters(value) <= 100, "Write 100 characters at most.")
      .regex(/^[^\p{Cc}\p{Surrogate}]*$/u, "It holds a character that cannot be kept."),
  })
  .superRefine(({ role, bodyId, unionId }, context) => {
    const missing = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (requiredScope[role].body && !bodyId) missing("bodyId", "Say for which body: this role is for one body only.");
    if (requiredScope[role].union && !unionId)
      missing("unionId", "Say for which union: this role is for one union only.");
  });

export type GrantInput = z.infer<typeof grantInput>;
