"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { saveConflict } from "@/lib/forms/save-conflict";
import { paths } from "@/lib/routes";
import { saveResponsePart } from "@/lib/unions/responses/collective-response.commands";
import { responsePartInput } from "@/lib/unions/responses/collective-response.schema";

export const savePartAction = formAction({
  params: z.object({ id: idParam, partKey: idParam }),
  input: responsePartInput,
  run: async ({ person, params, input }) => {
    const outcome = await saveResponsePart(person, params.id, params.partKey, input);
    if (!outcome.saved) return saveConflict("this section", outcome, input.text);
  },
  then: ({ params }) => paths.responseDraft(params.id),
});
