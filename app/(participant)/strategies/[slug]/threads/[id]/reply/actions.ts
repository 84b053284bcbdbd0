"use server";

import { z } from "zod";
import { previewDetails, saveDraftStep } from "@/app/(participant)/writing-form";
import { saveSentForm } from "@/lib/auth/cookies";
import { startReceiptSession } from "@/lib/auth/current-session";
import { getClientKey } from "@/lib/auth/request-client";
import { replyInput } from "@/lib/comments/comment.schema";
import { replyToThread } from "@/lib/comments/submission.commands";
import { formAction, stay } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { withPuzzle } from "@/lib/forms/puzzle-reply";
import { paths } from "@/lib/routes";

/** Checks what was typed, shows it again, or sends it and goes on to the receipt. */
export const sendReply = formAction({
  params: z.object({ slug: idParam, thread: idParam }),
  input: replyInput,
  preview: previewDetails,
  unchecked: { save: ({ params: { slug, thread }, ...form }) => saveDraftStep(form, slug, { thread }) },
  run: async ({ person, params: { slug, thread }, input, values, step }) => {
    if (step !== "send") return stay({ step: step === "check" ? "check" : "" });
    const sender = { client: await getClientKey(), puzzle: String(values.puzzle ?? "") };
    const send = async () => {
      const { participantId, receipt } = await replyToThread(person, slug, thread, input, sender);
      if (receipt) await startReceiptSession(participantId);
      await saveSentForm(input.formId);
    };
    return withPuzzle(send, { step: "check", pressedValue: "send" });
  },
  then: paths.commentSent,
});
