"use server";

import { z } from "zod";
import {
  cancelFactorReset,
  confirmFactorReset,
  requestFactorReset,
} from "@/lib/auth/second-factors/factor-reset.commands";
import { factorResetInput } from "@/lib/auth/second-factors/second-factor.schema";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";

/** One admin requests a reset of a colleague's second factors. */
export const requestReset = formAction({
  input: factorResetInput,
  run: ({ person, input }) => requestFactorReset(person, input.account),
  then: paths.lostFactors,
});

/** Another admin confirms it, or cancels it. */
export const resolveReset = formAction({
  params: z.object({ id: idParam }),
  run: ({ person, params, step }) =>
    step === "cancel" ? cancelFactorReset(person, params.id) : confirmFactorReset(person, params.id),
  then: paths.lostFactors,
});
