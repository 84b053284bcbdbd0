"use server";

import { z } from "zod";
import { clearBrowser } from "@/lib/auth/current-session";
import { endOwnSessions } from "@/lib/auth/session.commands";
import { discardAllInterruptedForms } from "@/lib/forms/current-interrupted-forms";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";

/** Signs one of the person's browsers out, if it is not signed out already. */
export const signOutSession = formAction({
  params: z.object({ session: idParam }),
  run: ({ person, params }) => endOwnSessions(person, { id: params.session }),
  then: paths.sessions,
});

/** Signs all of the person's browsers out, this one too. */
export const signOutEverywhere = formAction({
  run: async ({ person }) => {
    await endOwnSessions(person, "all");
    await discardAllInterruptedForms();
    await clearBrowser();
  },
  then: paths.home,
});
