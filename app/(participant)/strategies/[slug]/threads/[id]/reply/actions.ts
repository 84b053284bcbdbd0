"use server";

import { z } from "zod";
import { previewDetails, saveDraftStep } from "@/app/(participant)/writing-form";
import { signOutStep, takeWritingStep } from "@/app/(participant)/writing-steps";
import { saveSentForm } from "@/lib/auth/cookies";
import { getSessionToken, startReceiptSession } from "@/lib/auth/current-session";
import { getClientKey } from "@/lib/auth/request-client";
import { replyInput } from "@/lib/comments/comment.schema";
import { replyToThread } from "@/lib/comments/submission.commands";
import { formDraftOf } from "@/lib/comments/writer.queries";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";

/** Checks what was typed, shows it again, or sends it and goes on to the receipt. */
export const sendReply = formAction({
  params: z.object({ slug: idParam, thread: idParam }),
  input: replyInput,
  preview: previewDetails,
  comparesWriter: true,
  unchecked: {
    save: ({ params: { slug, thread }, ...form }) => saveDraftStep(form, slug, { thread }),
    "not-me": signOutStep,
  },
  run: async ({ person, params: { slug, thread }, input, values, step }) => {
    const sender = {
      client: await getClientKey(),
      puzzle: String(values.puzzle ?? ""),
      formDraft: formDraftOf(values),
    };
    return takeWritingStep({ person, strategyId: slug, input, values, step }, async () => {
      const submitted = await replyToThread(person, slug, thread, input, sender);
      const token = submitted.receipt ? await startReceiptSession(submitted.participantId) : await getSessionToken();
      if (token) await saveSentForm(input.formId, token);
      return submitted;
    });
  },
  then: ({ result }) => result,
});
