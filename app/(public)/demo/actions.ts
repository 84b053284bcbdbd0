"use server";

import { notFound, redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { findCastMember, isDemo } from "@/lib/people/demo/queries";
import { endSession, startCastSession, startReceiptSession } from "@/lib/session";

export async function enterDemo(form: FormData): Promise<void> {
  if (!isDemo()) notFound();
  const member = await findCastMember(String(form.get("key")));
  if (!member) notFound();
  await endSession();
  if (member.accountId) await startCastSession(member.accountId);
  else if (member.participantId) await startReceiptSession(member.participantId);
  redirect(member.goesTo ?? paths.home);
}
