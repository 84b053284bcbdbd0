"use server";

import { notFound, redirect } from "next/navigation";
import { endSession, startDemoSession, startReceiptSession } from "@/lib/auth/current-session";
import { submittedId } from "@/lib/forms/old-form-state";
import { findCastMember, isDemo } from "@/lib/people/demo-cast.queries";
import { paths } from "@/lib/routes";

export async function enterDemo(form: FormData): Promise<void> {
  if (!isDemo()) notFound();
  const member = await findCastMember(submittedId(form, "key"));
  if (!member) notFound();
  await endSession();
  if (member.accountId) await startDemoSession(member.accountId);
  else if (member.participantId) await startReceiptSession(member.participantId);
  redirect(member.startPath ?? paths.home);
}
