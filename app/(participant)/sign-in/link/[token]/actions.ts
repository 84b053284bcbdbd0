"use server";

import { notFound, redirect } from "next/navigation";
import { getBrowserToken, startAccountSession } from "@/lib/auth/current-session";
import { completeSignIn } from "@/lib/auth/sign-in.commands";
import { signInLinkPath } from "@/lib/auth/sign-in.rules";
import { isId } from "@/lib/forms/old-form-state";

/** Signs in by the link of the mail, in the browser that asked. */
export async function signInByLink(token: unknown): Promise<void> {
  if (!isId(token)) notFound();
  const browserToken = await getBrowserToken();
  const result = browserToken ? await completeSignIn({ token }, browserToken) : "expired";
  if (typeof result === "string") redirect(signInLinkPath(token)); // the page says why
  redirect(await startAccountSession(result.accountId, result.goTo));
}
