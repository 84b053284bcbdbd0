import { z } from "zod";
import { AnswerDecision, PointKind } from "@/prisma/generated/enums";

const longest = 5000;

const words = z
  .string()
  .max(longest, "Use at most 5,000 characters.")
  .refine(
    (value) => !value.includes("\0") && !/\p{Surrogate}/u.test(value),
    "These words hold a character that cannot be kept.",
  )
  .transform((value) => value.trim());

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** What an answer is to. */
export const pointInput = z.object({ strategy: id, kind: z.enum(PointKind), point: id });
export type PointInput = z.infer<typeof pointInput>;

/** An answer's words. What is accepted, whole or in part, says what changed. */
export const answerInput = z
  .object({
    decision: z.enum(AnswerDecision, "Choose what you decided."),
    why: words.refine((value) => value.length > 0, "Say why."),
    changed: words.default("").transform((value) => value || null),
    paragraph: z.preprocess((typed) => (typed === "" || typed === undefined ? null : typed), id.nullable()),
  })
  .refine(({ decision, changed }) => changed !== null || (decision !== "accepted" && decision !== "partly"), {
    path: ["changed"],
    message: "Say what changed, or what will change and when.",
  });
export type AnswerInput = z.infer<typeof answerInput>;

/** The version of the answer that an officer read. */
export const readVersion = z.coerce.number().int().positive();
