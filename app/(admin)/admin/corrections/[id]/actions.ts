"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";
import { checkFact } from "@/lib/strategies/facts/fact-correction.commands";
import { factCheckInput } from "@/lib/strategies/facts/fact-correction.schema";

export const submitCheck = formAction({
  params: z.object({ id: idParam }),
  input: factCheckInput,
  run: ({ person, params, input }) => checkFact(person, params.id, input),
  then: paths.adminCorrections,
});
