"use server";

import { z } from "zod";
import { formAction, type Parsed, stay } from "@/lib/forms/form-action";
import { submittedFile } from "@/lib/forms/form-data";
import { idParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";
import { previewUpload } from "@/lib/unions/uploads/upload.commands";

const maxProblemsShown = 100;

/** Reads a file, and shows what is wrong in it by row and column, or its rows for review. */
export const previewUploadAction = formAction({
  params: z.object({ id: idParam }),
  input: (form): Parsed<File> => {
    const file = submittedFile(form, "file");
    return file ? { input: file } : { errors: { file: "Choose a file." } };
  },
  run: async ({ person, params, input: file }) => {
    const upload = await previewUpload(person, params.id, new Uint8Array(await file.arrayBuffer()));
    const { uploadId, problems } = upload;
    if (uploadId) return { ...upload, uploadId };
    return stay({
      errors: { file: "Put these right in your file, and send it again." },
      result: {
        problems: problems.slice(0, maxProblemsShown),
        ...(problems.length > maxProblemsShown && {
          problemsCaption: `The first ${maxProblemsShown} of ${problems.length}`,
        }),
      },
    });
  },
  then: ({ params, result: { uploadId, note, duplicates } }) => {
    const query = new URLSearchParams({ ...(note && { windows: "1" }), left: String(duplicates.length) });
    return `${paths.uploadReview(params.id, uploadId)}?${query}`;
  },
});
