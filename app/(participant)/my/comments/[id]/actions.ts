"use server";

import { z } from "zod";
import { previewDetails, saveDraftStep } from "@/app/(participant)/writing-form";
import { revisionInput } from "@/lib/comments/comment.schema";
import { findIdentifyingDetails } from "@/lib/comments/identifying-detail.rules";
import { reviseComment } from "@/lib/comments/revision.commands";
import { getOwnRevision } from "@/lib/comments/revision.queries";
import { NotFound } from "@/lib/errors";
import { formAction, stay } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { paths } from "@/lib/routes";

/** Sends a changed comment to a rep; shows it once more first when something in it could show who somebody is. */
export const sendRevision = formAction({
  params: z.object({ id: idParam }),
  input: revisionInput,
  preview: previewDetails,
  unchecked: {
    save: async ({ params: { id }, ...form }) => {
      const comment = await getOwnRevision(form.person, id);
      if (!comment) throw new NotFound();
      return saveDraftStep(form, comment.strategyId, { comment: id });
    },
  },
  run: async ({ person, params, input, step }) => {
    if (step === "change") return stay({});
    if (step !== "send" && findIdentifyingDetails(input.text).length > 0) return stay({ step: "check" });
    return reviseComment(person, params.id, input);
  },
  then: paths.my,
});
