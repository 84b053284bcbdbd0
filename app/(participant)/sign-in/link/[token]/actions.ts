"use server";

import { z } from "zod";
import { acceptSignIn, getBrowserToken, getSessionToken } from "@/lib/auth/current-session";
import { completeSignIn } from "@/lib/auth/sign-in.commands";
import { signInLinkPath } from "@/lib/auth/sign-in.rules";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";

/** Signs in by the link of the mail, in the browser that requested it. After a failure the page gives the reason. */
export const signInByLink = formAction({
  who: async () => null,
  params: z.object({ token: idParam }),
  run: async ({ params }) => {
    const browserToken = await getBrowserToken();
    return browserToken ? completeSignIn(params, browserToken, await getSessionToken()) : "expired";
  },
  then: ({ params, result }) => (typeof result === "string" ? signInLinkPath(params.token) : acceptSignIn(result)),
});
