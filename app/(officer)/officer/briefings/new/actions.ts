"use server";

import { formAction } from "@/lib/forms/form-action";
import { paths } from "@/lib/routes";
import { createBriefing } from "@/lib/summaries/briefings/briefing.commands";
import { briefingInput, briefingScope } from "@/lib/summaries/briefings/briefing.schema";

export const createBriefingAction = formAction({
  params: briefingScope,
  input: briefingInput,
  run: ({ person, params, input }) => createBriefing(person, params, input),
  then: ({ result: id }) => paths.briefing(id),
});
