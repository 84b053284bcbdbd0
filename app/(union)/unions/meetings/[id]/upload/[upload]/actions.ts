"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound } from "@/lib/errors";
import { isId } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";
import { confirmUpload } from "@/lib/unions/uploads/upload.commands";

export async function confirmUploadAction(id: unknown, upload: unknown): Promise<void> {
  if (!isId(id) || !isId(upload)) notFound();
  try {
    await confirmUpload(await getPerson(), id, upload);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.uploadReview(id, upload));
}
