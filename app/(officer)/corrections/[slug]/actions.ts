"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";
import { correctFact } from "@/lib/strategies/facts/fact-correction.commands";
import { factCorrectionInput } from "@/lib/strategies/facts/fact-correction.schema";

export const sendCorrection = formAction({
  params: z.object({ slug: idParam }),
  input: factCorrectionInput,
  run: ({ person, params, input }) => correctFact(person, params.slug, input),
  then: ({ params }) => paths.correctFact(params.slug),
});
