"use server";

import { z } from "zod";
import { previewDetails, saveDraftStep } from "@/app/(participant)/writing-form";
import { signOutStep, takeWritingStep } from "@/app/(participant)/writing-steps";
import { getClientKey } from "@/lib/auth/request-client";
import { commentInput } from "@/lib/comments/comment.schema";
import { parseDraftPlace } from "@/lib/comments/drafts/draft.rules";
import { formDraftOf } from "@/lib/comments/writer.queries";
import { formAction } from "@/lib/forms/form-action";
import { idParam, ordinalParam } from "@/lib/forms/params.schema";
import { sendComment } from "./send-comment";

/** Checks what was typed and shows it again; sends what could not be sent without a page (see send/route.ts). */
export const checkComment = formAction({
  params: z.object({ slug: idParam, number: ordinalParam }),
  input: commentInput,
  preview: previewDetails,
  comparesWriter: true,
  unchecked: {
    save: ({ params: { slug, number }, ...form }) => {
      const { paragraph, draftPlace } = form.values;
      const place = { number, paragraph: typeof paragraph === "string" ? paragraph : null };
      return saveDraftStep(form, slug, parseDraftPlace(String(draftPlace)) ?? place);
    },
    "not-me": signOutStep,
  },
  run: async ({ person, params: { slug, number }, input, values, step }) => {
    const sender = {
      client: await getClientKey(),
      puzzle: String(values.puzzle ?? ""),
      formDraft: formDraftOf(values),
    };
    return takeWritingStep({ person, strategyId: slug, input, values, step }, () =>
      sendComment(person, slug, number, input, sender),
    );
  },
  then: ({ result }) => result,
});
