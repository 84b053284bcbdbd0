"use server";

import { notFound, redirect } from "next/navigation";
import { NotFound } from "@/lib/errors";
import { isId } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/session";
import { confirmUpload } from "@/lib/unions/uploads/commands";

export async function confirm(id: unknown, upload: unknown): Promise<void> {
  if (!isId(id) || !isId(upload)) notFound();
  try {
    await confirmUpload(await getPerson(), id, upload);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.uploaded(id, upload));
}
