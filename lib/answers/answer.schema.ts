import { z } from "zod";
import { typedText } from "@/lib/forms/fields.schema";
import { idParam } from "@/lib/forms/params.schema";
import { AnswerDecision, AnswerSourceKind } from "@/prisma/generated/enums";

const answerText = typedText(5000).transform((value) => value.trim());

/** The source of an answer: a theme, a thread or a collective response. */
export const sourceInput = z.object({ strategy: idParam, kind: z.enum(AnswerSourceKind), point: idParam });
export type SourceInput = z.infer<typeof sourceInput>;

/** A revision of an answer. `changed` is required where something is accepted. */
export const answerInput = z
  .object({
    decision: z.enum(AnswerDecision, "Choose your decision."),
    why: answerText.refine((value) => value.length > 0, "Say why."),
    changed: answerText.default("").transform((value) => value || null),
    paragraph: z.preprocess((value) => (value === "" || value === undefined ? null : value), idParam.nullable()),
  })
  .refine(({ decision, changed }) => changed !== null || (decision !== "accepted" && decision !== "partly_accepted"), {
    path: ["changed"],
    message: "Say what changed, or what will change and when.",
  });
export type AnswerInput = z.infer<typeof answerInput>;
