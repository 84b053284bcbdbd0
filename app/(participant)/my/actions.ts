"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { NotFound } from "@/lib/errors";
import { submittedId } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";

export async function withdrawCommentAction(form: FormData): Promise<void> {
  try {
    await withdrawComment(await getPerson(), submittedId(form, "comment"));
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.my);
}
