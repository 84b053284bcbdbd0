"use server";

import { redirect } from "next/navigation";
import { endSession, getPerson } from "@/lib/auth/current-session";
import { endOwnSessions } from "@/lib/auth/session.commands";
import { paths } from "@/lib/routes";

/** Signs one of the person's browsers out. One that is out already stays out. */
export async function signOutSession(form: FormData): Promise<void> {
  await endOwnSessions(await getPerson(), { id: String(form.get("session")) });
  redirect(paths.sessions);
}

/** Signs all of the person's browsers out, this one too. */
export async function signOutEverywhere(): Promise<void> {
  await endOwnSessions(await getPerson(), "all");
  await endSession();
  redirect(paths.home);
}
