"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { imposeSanction } from "@/lib/moderation/sanctions/sanction.commands";
import { sanctionInput } from "@/lib/moderation/sanctions/sanction.schema";
import { paths } from "@/lib/routes";

export const submitSanction = formAction({
  params: z.strictObject({ id: idParam }),
  input: sanctionInput,
  run: ({ person, params, input }) => imposeSanction(person, params.id, input),
  then: ({ params }) => paths.case(params.id),
});
