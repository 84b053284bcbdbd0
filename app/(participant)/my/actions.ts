"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { withdraw } from "@/lib/comments/withdrawal.commands";
import { NotFound } from "@/lib/errors";
import { typedId } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";

export async function withdrawComment(form: FormData): Promise<void> {
  try {
    await withdraw(await getPerson(), typedId(form, "comment"));
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.my);
}
