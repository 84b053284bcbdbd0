"use server";

import { z } from "zod";
import { formAction, type Parsed, stay } from "@/lib/forms/form-action";
import { submittedFile } from "@/lib/forms/form-data";
import { idParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";
import { previewUpload } from "@/lib/unions/uploads/upload.commands";

const maxProblemsShown = 100;

/** Reads a file, and shows its rows for review, or why it cannot be used. */
export const previewUploadAction = formAction({
  params: z.object({ id: idParam }),
  input: (form): Parsed<File> => {
    const file = submittedFile(form, "file");
    return file ? { input: file } : { errors: { file: "Choose a file." } };
  },
  run: async ({ person, params, input: file }) => {
    const { uploadId, refusals } = await previewUpload(person, params.id, new Uint8Array(await file.arrayBuffer()));
    if (uploadId) return uploadId;
    return stay({
      errors: { file: "Correct these in your file, and upload it again." },
      result: {
        problems: refusals.slice(0, maxProblemsShown),
        ...(refusals.length > maxProblemsShown && {
          problemsCaption: `The first ${maxProblemsShown} of ${refusals.length}`,
        }),
      },
    });
  },
  then: ({ params, result: uploadId }) => paths.uploadReview(params.id, uploadId),
});
