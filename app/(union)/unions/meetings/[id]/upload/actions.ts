"use server";

import { notFound, redirect } from "next/navigation";
import { getPerson } from "@/lib/auth/current-session";
import { NotFound, RuleViolation, userMessage } from "@/lib/errors";
import { isId } from "@/lib/forms/old-form-state";
import { paths } from "@/lib/routes";
import { previewUpload, type UploadResult } from "@/lib/unions/uploads/upload.commands";
import type { UploadFormState } from "./upload-form";

export async function previewUploadAction(
  id: unknown,
  _state: UploadFormState,
  form: FormData,
): Promise<UploadFormState> {
  if (!isId(id)) notFound();
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return { errors: { file: "Choose a file." }, problems: [] };
  let result: UploadResult;
  try {
    result = await previewUpload(await getPerson(), id, new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof NotFound) notFound();
    const field = error instanceof RuleViolation ? error.field : "form";
    return { errors: { [field]: userMessage(error) }, problems: [] };
  }
  const { uploadId, problems, note, duplicates } = result;
  if (!uploadId) return { errors: { file: "Put these right in your file, and send it again." }, problems };
  const query = new URLSearchParams({ ...(note && { windows: "1" }), left: String(duplicates.length) });
  redirect(`${paths.uploadReview(id, uploadId)}?${query}`);
}
