"use server";

import { z } from "zod";
import { answerConflict } from "@/app/(officer)/officer/answers/answer-conflict";
import { publishAnswer, reviewAnswer, reviseAnswer } from "@/lib/answers/answer.commands";
import { getAnswer } from "@/lib/answers/answer.queries";
import { answerInput } from "@/lib/answers/answer.schema";
import { NotFound } from "@/lib/errors";
import { formAction } from "@/lib/forms/form-action";
import { idParam, versionParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";

/** `version` is that of the answer that the page showed. */
const params = z.object({ id: idParam, version: versionParam });

/** The version is a field here: text that comes back after an interruption is still over the answer that it was typed over. */
export const reviseAnswerAction = formAction({
  params: z.object({ id: idParam }),
  input: answerInput,
  run: async ({ person, params: { id }, input, values }) => {
    const version = z.coerce.number().pipe(versionParam).safeParse(values.version);
    if (!version.success) throw new NotFound();
    try {
      await reviseAnswer(person, id, version.data, input);
    } catch (error) {
      return answerConflict(error, await getAnswer(person, id), input);
    }
  },
  then: ({ params }) => paths.answer(params.id),
});

export const reviewAnswerAction = formAction({
  params,
  run: ({ person, params: { id, version }, step }) => reviewAnswer(person, id, version, step === "publish"),
  then: ({ params }) => paths.answer(params.id),
});

export const publishAnswerAction = formAction({
  params,
  run: ({ person, params: { id, version } }) => publishAnswer(person, id, version),
  then: ({ params }) => paths.answer(params.id),
});
