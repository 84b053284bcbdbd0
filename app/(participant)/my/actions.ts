"use server";

import { notFound, redirect } from "next/navigation";
import { withdraw } from "@/lib/comments/withdrawing/commands";
import { NotFound } from "@/lib/errors";
import { typedId } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/session";

export async function withdrawComment(form: FormData): Promise<void> {
  try {
    await withdraw(await getPerson(), typedId(form, "comment"));
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.my);
}
