"use server";

import { z } from "zod";
import { NotFound } from "@/lib/errors";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { addAbsence, cancelAbsence } from "@/lib/moderation/rota/absence.commands";
import { setShift } from "@/lib/moderation/rota/rota.commands";
import { absenceInput, shiftParams } from "@/lib/moderation/rota/rota.schema";
import { paths } from "@/lib/routes";

export const submitShift = formAction({
  params: shiftParams,
  run: ({ person, params }) => setShift(person, params),
  then: paths.rota,
});

export const submitAbsence = formAction({
  input: absenceInput,
  run: ({ person, input }) => addAbsence(person, input),
  then: paths.rota,
});

export const removeAbsence = formAction({
  params: z.strictObject({ id: idParam }),
  run: ({ person, params }) => cancelAbsence(person, params.id),
  ignore: [NotFound], // it is gone already
  then: paths.rota,
});
