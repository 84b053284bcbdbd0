"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { setSafeguardingContact } from "@/lib/moderation/safeguarding/contact.commands";
import { contactInput, contactScope } from "@/lib/moderation/safeguarding/contact.schema";
import { paths } from "@/lib/routes";

export const submitContact = formAction({
  params: z.strictObject({ scope: contactScope }),
  input: contactInput,
  run: ({ person, params, input }) => setSafeguardingContact(person, params.scope, input),
  then: paths.safeguarding,
});
