"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";
import { publishResponse } from "@/lib/unions/responses/collective-response.commands";
import { publishResponseInput } from "@/lib/unions/responses/collective-response.schema";

export const publishResponseAction = formAction({
  params: z.object({ id: idParam }),
  input: publishResponseInput,
  run: ({ person, params, input }) => publishResponse(person, params.id, input),
  then: ({ params }) => paths.responseDraft(params.id),
});
