"use server";

import { z } from "zod";
import { saveSentForm } from "@/lib/auth/cookies";
import { startReceiptSession } from "@/lib/auth/current-session";
import { getClientKey } from "@/lib/auth/request-client";
import { formAction } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { reportComment } from "@/lib/moderation/reports/report.commands";
import { reportInput } from "@/lib/moderation/reports/report.schema";
import { paths } from "@/lib/routes";

/** Takes a report and goes on to the list of the person's reports; somebody new is given their code first. */
export const sendReport = formAction({
  params: z.object({ slug: idParam }),
  input: reportInput,
  run: async ({ person, params, input }) => {
    const { participantId, receipt } = await reportComment(person, params.slug, input, await getClientKey());
    if (!receipt || !input.formId) return { isNew: false };
    await saveSentForm(input.formId, await startReceiptSession(participantId));
    return { isNew: true };
  },
  then: ({ result }) => (result.isNew ? paths.reportSent : paths.reports),
});
