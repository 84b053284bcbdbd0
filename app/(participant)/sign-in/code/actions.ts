"use server";

import { z } from "zod";
import { acceptSignIn, getBrowserToken, getSessionToken } from "@/lib/auth/current-session";
import { completeSignIn } from "@/lib/auth/sign-in.commands";
import { formAction, invalid } from "@/lib/forms/form-action";
import { signInCode } from "@/lib/people/credential.schema";

const messages = {
  wrong: "This is not the code in our latest email. Check each letter and number.",
  exhausted: "This code has been tried too many times, so it no longer works. Ask for a new one.",
  expired: "This code has expired or been used. Ask for a new one.",
};

/** Signs in by the code of the mail. */
export const signInByCode = formAction({
  who: async () => null,
  input: z.object({ code: signInCode }),
  run: async ({ input }) => {
    const browserToken = await getBrowserToken();
    const result = browserToken ? await completeSignIn(input, browserToken, await getSessionToken()) : "expired";
    return typeof result === "string" ? invalid({ code: messages[result] }) : result;
  },
  then: ({ result }) => acceptSignIn(result),
});
