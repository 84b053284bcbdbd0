"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound } from "@/lib/errors";
import { setNoticeMails } from "@/lib/notifications/notice-mail.commands";
import { paths } from "@/lib/routes";

/** Turns the mails that say that something is new on or off. */
export async function setNoticeMailsAction(form: FormData): Promise<void> {
  try {
    await setNoticeMails(await getPerson(), form.get("mails") === "on");
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(`${paths.notices}#mails`);
}
