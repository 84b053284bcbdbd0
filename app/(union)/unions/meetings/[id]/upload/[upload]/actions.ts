"use server";

import { notFound, redirect } from "next/navigation";
import { NotFound } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { getPerson } from "@/lib/session";
import { confirmUpload } from "@/lib/unions/uploads/commands";

export async function confirm(id: string, upload: string): Promise<void> {
  try {
    await confirmUpload(await getPerson(), id, upload);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
  redirect(paths.uploaded(id, upload));
}
