import { z } from "zod";
import { ReactionValue } from "@/prisma/generated/enums";

/** What the form of a reaction may hold. `formId` makes the receipt of somebody who has none yet. */
export const reactionInput = z.object({
  comment: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  value: z.enum(ReactionValue, "Choose agree, disagree or pass."),
  formId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22}$/)
    .nullable()
    .default(null),
  /** The solution of a puzzle, when one was asked for. */
  puzzle: z.string().max(1_000).default(""),
});
export type ReactionInput = z.infer<typeof reactionInput>;
