"use server";

import { notFound, redirect } from "next/navigation";
import { endSession, startCastSession, startReceiptSession } from "@/lib/auth/current-session";
import { typedId } from "@/lib/forms/form-state";
import { findCastMember, isDemo } from "@/lib/people/demo-cast.queries";
import { paths } from "@/lib/routes";

export async function enterDemo(form: FormData): Promise<void> {
  if (!isDemo()) notFound();
  const member = await findCastMember(typedId(form, "key"));
  if (!member) notFound();
  await endSession();
  if (member.accountId) await startCastSession(member.accountId);
  else if (member.participantId) await startReceiptSession(member.participantId);
  redirect(member.goesTo ?? paths.home);
}
