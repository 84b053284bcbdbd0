import { z } from "zod";
import { AnswerDecision, AnswerSourceKind } from "@/prisma/generated/enums";

const maxLength = 5000;

const answerText = z
  .string()
  .max(maxLength, "Use at most 5,000 characters.")
  .refine(
    (value) => !value.includes("\0") && !/\p{Surrogate}/u.test(value),
    "These words hold a character that cannot be kept.",
  )
  .transform((value) => value.trim());

const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** The source of an answer: a theme, a thread or a collective response. */
export const sourceInput = z.object({ strategy: id, kind: z.enum(AnswerSourceKind), point: id });
export type SourceInput = z.infer<typeof sourceInput>;

/** A revision of an answer. `changed` is required where something is accepted. */
export const answerInput = z
  .object({
    decision: z.enum(AnswerDecision, "Choose what you decided."),
    why: answerText.refine((value) => value.length > 0, "Say why."),
    changed: answerText.default("").transform((value) => value || null),
    paragraph: z.preprocess((value) => (value === "" || value === undefined ? null : value), id.nullable()),
  })
  .refine(({ decision, changed }) => changed !== null || (decision !== "accepted" && decision !== "partly_accepted"), {
    path: ["changed"],
    message: "Say what changed, or what will change and when.",
  });
export type AnswerInput = z.infer<typeof answerInput>;
