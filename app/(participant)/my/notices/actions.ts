"use server";

import { notFound, redirect } from "next/navigation";
import { NotFound } from "@/lib/errors";
import { setNoticeMails } from "@/lib/notices/mailing/commands";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/session";

/** Turns the mails that say that something is new on or off. */
export async function sayMails(form: FormData): Promise<void> {
  try {
    await setNoticeMails(await getPerson(), form.get("mails") === "on");
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(`${paths.notices}#mails`);
}
