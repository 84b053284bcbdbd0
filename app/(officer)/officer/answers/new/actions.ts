"use server";

import { answerConflict } from "@/app/(officer)/officer/answers/answer-conflict";
import { createAnswer } from "@/lib/answers/answer.commands";
import { findAnswerId, getAnswer } from "@/lib/answers/answer.queries";
import { answerInput, sourceInput } from "@/lib/answers/answer.schema";
import { formAction } from "@/lib/forms/form-action";
import { paths } from "@/lib/routes";

export const createAnswerAction = formAction({
  params: sourceInput,
  input: answerInput,
  run: async ({ person, params, input }) => {
    try {
      return await createAnswer(person, params, input);
    } catch (error) {
      const id = await findAnswerId(person, params.strategy, params.kind, params.point);
      return answerConflict(error, id && (await getAnswer(person, id)), input);
    }
  },
  then: ({ result: id }) => paths.answer(id),
});
