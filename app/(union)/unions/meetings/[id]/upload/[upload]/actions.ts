"use server";

import { z } from "zod";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";
import { confirmUpload } from "@/lib/unions/uploads/upload.commands";
import { confirmUploadInput } from "@/lib/unions/uploads/upload.schema";

export const confirmUploadAction = formAction({
  params: z.object({ id: idParam, upload: idParam }),
  input: confirmUploadInput,
  run: ({ person, params, input }) => confirmUpload(person, params.id, params.upload, input),
  then: ({ params }) => paths.uploadReview(params.id, params.upload),
});
