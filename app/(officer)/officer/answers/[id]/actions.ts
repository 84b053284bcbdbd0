"use server";

import { z } from "zod";
import { publishAnswer, reviewAnswer, reviseAnswer } from "@/lib/answers/answer.commands";
import { answerInput } from "@/lib/answers/answer.schema";
import { formAction } from "@/lib/forms/form-action";
import { idParam, versionParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";

/** `version` is that of the answer that the page showed. */
const params = z.object({ id: idParam, version: versionParam });

export const reviseAnswerAction = formAction({
  params,
  input: answerInput,
  run: ({ person, params: { id, version }, input }) => reviseAnswer(person, id, version, input),
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
