"use server";

import { formAction } from "@/lib/forms/form-action";
import { paths } from "@/lib/routes";
import { startResponse } from "@/lib/unions/responses/collective-response.commands";
import { startResponseInput } from "@/lib/unions/responses/collective-response.schema";

export const startResponseAction = formAction({
  input: startResponseInput,
  run: ({ person, input }) => startResponse(person, input),
  then: ({ result }) => paths.responseDraft(result.id),
});
