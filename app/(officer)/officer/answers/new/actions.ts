"use server";

import { createAnswer } from "@/lib/answers/answer.commands";
import { answerInput, sourceInput } from "@/lib/answers/answer.schema";
import { formAction } from "@/lib/forms/form-action";
import { paths } from "@/lib/routes";

export const createAnswerAction = formAction({
  params: sourceInput,
  input: answerInput,
  run: ({ person, params, input }) => createAnswer(person, params, input),
  then: ({ result: id }) => paths.answer(id),
});
