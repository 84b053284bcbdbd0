"use server";

import { z } from "zod";
import { previewDetails, saveDraftStep } from "@/app/(participant)/writing-form";
import { getClientKey } from "@/lib/auth/request-client";
import { commentInput } from "@/lib/comments/comment.schema";
import { formAction, stay } from "@/lib/forms/form-action";
import { idParam, ordinalParam } from "@/lib/forms/params.schema";
import { withPuzzle } from "@/lib/forms/puzzle-reply";
import { paths } from "@/lib/routes";
import { sendComment } from "./send-comment";

/** Checks what was typed and shows it again; sends what could not be sent without a page (see send/route.ts). */
export const checkComment = formAction({
  params: z.object({ slug: idParam, number: ordinalParam }),
  input: commentInput,
  preview: previewDetails,
  unchecked: {
    save: ({ params: { slug, number }, ...form }) => {
      const { paragraph } = form.values;
      return saveDraftStep(form, slug, { number, paragraph: typeof paragraph === "string" ? paragraph : null });
    },
  },
  run: async ({ person, params: { slug, number }, input, values, step }) => {
    if (step !== "send") return stay({ step: step === "check" ? "check" : "" });
    const sender = { client: await getClientKey(), puzzle: String(values.puzzle ?? "") };
    return withPuzzle(() => sendComment(person, slug, number, input, sender), { step: "check", pressedValue: "send" });
  },
  then: paths.commentSent,
});
