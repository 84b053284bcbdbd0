"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { setNoticeMails } from "@/lib/notifications/notice-mail.commands";
import { paths } from "@/lib/routes";

/** Turns the mails about new notices on or off. */
export const setNoticeMailsAction = formAction({
  params: z.object({ isOn: z.boolean() }),
  run: ({ person, params }) => setNoticeMails(person, params.isOn),
  then: `${paths.notices}#mails`,
});
