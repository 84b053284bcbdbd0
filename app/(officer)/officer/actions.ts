"use server";

import { z } from "zod";
import { closeAnswers } from "@/lib/answers/closure.commands";
import { recordDeskVisit } from "@/lib/answers/desk-visit.commands";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";

export const recordDeskVisitAction = formAction({
  params: z.object({ body: idParam }),
  run: ({ person, params }) => recordDeskVisit(person, params.body),
  then: paths.officer,
});

export const closeAnswersAction = formAction({
  params: z.object({ strategy: idParam }),
  run: ({ person, params }) => closeAnswers(person, params.strategy),
  then: ({ params }) => paths.answers(params.strategy),
});
