"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { saveConflict } from "@/lib/forms/save-conflict";
import { paths } from "@/lib/routes";
import { saveMandate } from "@/lib/unions/responses/collective-response.commands";
import { mandateInput } from "@/lib/unions/responses/collective-response.schema";
import { mandateText } from "@/lib/unions/responses/mandate.rules";

export const saveMandateAction = formAction({
  params: z.object({ id: idParam }),
  input: mandateInput,
  run: async ({ person, params, input }) => {
    const outcome = await saveMandate(person, params.id, input);
    if (outcome.saved) return;
    const theirs = outcome.current ? mandateText(outcome.current) : "";
    return saveConflict("the mandate", { ...outcome, current: theirs }, mandateText(input));
  },
  then: ({ params }) => paths.responseDraft(params.id),
});
