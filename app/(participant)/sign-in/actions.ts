"use server";

import { z } from "zod";
import { acceptSession, ensureBrowserToken, getSessionToken } from "@/lib/auth/current-session";
import { getClientKey } from "@/lib/auth/request-client";
import { localPath } from "@/lib/auth/return-path.rules";
import { signInByReceipt as signInWith } from "@/lib/auth/session.commands";
import { requestSignIn } from "@/lib/auth/sign-in.commands";
import { formAction, invalid } from "@/lib/forms/form-action";
import { email, receiptCode } from "@/lib/people/credential.schema";
import { paths } from "@/lib/routes";

const to = z.unknown().transform(localPath);

/** Requests a mail with a link and a code. */
export const requestSignInMail = formAction({
  who: async () => null,
  input: z.object({ email, to }),
  run: async ({ input }) => {
    const browserToken = await ensureBrowserToken();
    await requestSignIn({ email: input.email, browserToken, returnTo: input.to, client: await getClientKey() });
  },
  then: paths.signInCode,
});

export const signInByReceipt = formAction({
  who: async () => null,
  input: z.object({ receipt: receiptCode, to }),
  run: async ({ input }) => {
    const token = await signInWith(input.receipt, await getClientKey(), await getSessionToken());
    if (!token) return invalid({ receipt: "This receipt code is not right. Check each letter and number." });
    await acceptSession(token);
  },
  then: ({ input }) => input.to ?? paths.my,
});
