"use server";

import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { endOwnSessions } from "@/lib/people/sessions/commands";
import { endSession, getPerson } from "@/lib/session";

/** Signs one of the person's browsers out. One that is out already stays out. */
export async function signOutThere(form: FormData): Promise<void> {
  await endOwnSessions(await getPerson(), { id: String(form.get("session")) });
  redirect(paths.sessions);
}

/** Signs all of the person's browsers out, this one too. */
export async function signOutEverywhere(): Promise<void> {
  await endOwnSessions(await getPerson(), "all");
  await endSession();
  redirect(paths.home);
}
