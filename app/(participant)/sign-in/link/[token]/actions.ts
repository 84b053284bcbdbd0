"use server";

import { notFound, redirect } from "next/navigation";
import { isId } from "@/lib/form-state";
import { consumeSignIn } from "@/lib/people/sign-in/commands";
import { linkPath } from "@/lib/people/sign-in/rules";
import { getBrowserToken, startAccountSession } from "@/lib/session";

/** Signs in by the link of the mail, in the browser that asked. */
export async function signInByLink(token: unknown): Promise<void> {
  if (!isId(token)) notFound();
  const browserToken = await getBrowserToken();
  const result = browserToken ? await consumeSignIn({ token }, browserToken) : "over";
  if (typeof result === "string") redirect(linkPath(token)); // the page says why
  redirect(await startAccountSession(result.accountId, result.goTo));
}
