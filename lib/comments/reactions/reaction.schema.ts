import { z } from "zod";
import { ReactionValue } from "@/prisma/generated/enums";

/** The fields of a reaction. The receipt of somebody new is made from `formId`. */
export const reactionInput = z.object({
  comment: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  value: z.enum(ReactionValue, "Choose agree, disagree or pass."),
  formId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22}$/)
    .nullable()
    .default(null),
  /** The solution of a puzzle; "" when there was none. */
  puzzle: z.string().max(1_000).default(""),
});
export type ReactionInput = z.infer<typeof reactionInput>;
