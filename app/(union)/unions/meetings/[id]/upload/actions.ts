"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, Refused, shownMessage } from "@/lib/errors";
import { isId } from "@/lib/forms/form-state";
import { paths } from "@/lib/routes";
import { readUpload, type Uploaded } from "@/lib/unions/uploads/upload.commands";
import type { UploadState } from "./upload-form";

export async function send(id: unknown, _before: UploadState, form: FormData): Promise<UploadState> {
  if (!isId(id)) notFound();
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return { errors: { file: "Choose a file." }, problems: [] };
  let uploaded: Uploaded;
  try {
    uploaded = await readUpload(await getPerson(), id, new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof Refused ? error.field : "form";
    return { errors: { [field]: shownMessage(error) }, problems: [] };
  }
  const { uploadId, problems, note, duplicates } = uploaded;
  if (!uploadId) return { errors: { file: "Put these right in your file, and send it again." }, problems };
  const query = new URLSearchParams({ ...(note && { windows: "1" }), left: String(duplicates.length) });
  redirect(`${paths.uploaded(id, uploadId)}?${query}`);
}
