"use server";

import { notFound, redirect } from "next/navigation";
import { typedId } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { findCastMember, isDemo } from "@/lib/people/demo/queries";
import { endSession, startCastSession, startReceiptSession } from "@/lib/session";

export async function enterDemo(form: FormData): Promise<void> {
  if (!isDemo()) notFound();
  const member = await findCastMember(typedId(form, "key"));
  if (!member) notFound();
  await endSession();
  if (member.accountId) await startCastSession(member.accountId);
  else if (member.participantId) await startReceiptSession(member.participantId);
  redirect(member.goesTo ?? paths.home);
}
