"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { submitSanctionAppeal } from "@/lib/moderation/sanctions/appeal.commands";
import { appealInput } from "@/lib/moderation/sanctions/appeal.schema";
import { acknowledgeWarning } from "@/lib/moderation/sanctions/sanction.commands";
import { paths } from "@/lib/routes";

export const sendSanctionAppeal = formAction({
  params: z.object({ id: idParam }),
  input: appealInput,
  run: ({ person, params, input }) => submitSanctionAppeal(person, params.id, input),
  then: ({ params }) => paths.mySanction(params.id),
});

export const acknowledgeWarningAction = formAction({
  params: z.object({ id: idParam }),
  run: ({ person, params }) => acknowledgeWarning(person, params.id),
  then: ({ params }) => paths.mySanction(params.id),
});
