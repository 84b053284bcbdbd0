"use server";

import { formAction } from "@/lib/forms/form-action";
import { setRepMails } from "@/lib/moderation/mails/rep-mail.commands";
import { repMailInput } from "@/lib/moderation/mails/rep-mail.schema";
import { paths } from "@/lib/routes";

export const submitRepMails = formAction({
  input: repMailInput,
  run: ({ person, input }) => setRepMails(person, input),
  then: `${paths.repMails}?saved=yes`,
});
