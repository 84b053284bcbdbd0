"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { submitAppeal } from "@/lib/moderation/sanctions/appeal.commands";
import { appealInput } from "@/lib/moderation/sanctions/appeal.schema";
import { paths } from "@/lib/routes";

export const sendAppeal = formAction({
  params: z.object({ id: idParam }),
  input: appealInput,
  run: ({ person, params, input }) => submitAppeal(person, params.id, input),
  then: ({ params }) => paths.appeal(params.id),
});
