"use server";

import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/auth/require-person";
import { makeRecoveryCodes } from "@/lib/auth/second-factors/recovery-code.commands";
import { NotFound } from "@/lib/errors";

/** Makes recovery codes, in place of those before. This answer is the only one that shows them. */
export async function makeCodes(_before: string[]): Promise<string[]> {
  const staff = await requireStaff();
  try {
    return await makeRecoveryCodes(staff);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
