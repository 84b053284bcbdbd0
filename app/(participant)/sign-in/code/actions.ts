"use server";

import { z } from "zod";
import { getBrowserToken, startAccountSession } from "@/lib/auth/current-session";
import { completeSignIn } from "@/lib/auth/sign-in.commands";
import { formAction, invalid } from "@/lib/forms/form-action";
import { oneTimeCode } from "@/lib/people/credential.schema";

const messages = {
  wrong: "This is not the code of our newest mail. Check each figure.",
  expired: "This code is too old, was used, or was tried too often. Ask for a new one.",
};

/** Signs in by the code of the mail. */
export const signInByCode = formAction({
  who: async () => null,
  input: z.object({ code: oneTimeCode }),
  run: async ({ input }) => {
    const browserToken = await getBrowserToken();
    const result = browserToken ? await completeSignIn(input, browserToken) : "expired";
    return typeof result === "string" ? invalid({ code: messages[result] }) : result;
  },
  then: ({ result }) => startAccountSession(result.accountId, result.goTo),
});
