"use server";

import { notFound, redirect } from "next/navigation";
import { getStaffSession } from "@/lib/auth/current-session";
import { makeRecoveryCodes } from "@/lib/auth/second-factors/recovery-code.commands";
import { NotFound } from "@/lib/errors";
import { paths } from "@/lib/routes";

/** Makes recovery codes, in place of those before. This answer is the only one that shows them. */
export async function makeCodes(_before: string[]): Promise<string[]> {
  const staff = await getStaffSession();
  if (!staff) redirect(paths.signIn);
  try {
    return await makeRecoveryCodes(staff);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
