"use server";

import { z } from "zod";
import { getSentForm, saveSentForm } from "@/lib/auth/cookies";
import { startReceiptSession } from "@/lib/auth/current-session";
import { getClientKey } from "@/lib/auth/request-client";
import { formAction, stay } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { reportComment } from "@/lib/moderation/reports/report.commands";
import { reportInput } from "@/lib/moderation/reports/report.schema";
import { paths } from "@/lib/routes";
import { groupCharacters } from "@/lib/security/base32";

/**
 * Takes a report and goes on to the list of the person's reports. Somebody new is given their code on the form's own page:
 * whether their browser takes the cookie by which another page could show it is not known yet. If that page is loaded
 * again, and so sends the form again, it leads to the page that does.
 */
export const sendReport = formAction({
  params: z.object({ slug: idParam }),
  input: reportInput,
  run: async ({ person, params, input }) => {
    const { formId } = input;
    const { participantId, receipt } = await reportComment(person, params.slug, input, await getClientKey());
    if (!receipt || !formId) return { isSentAgain: formId !== null && (await getSentForm()) === formId };
    await saveSentForm(formId, await startReceiptSession(participantId));
    return stay({ values: {}, result: { receipt: groupCharacters(receipt, 5) } });
  },
  then: ({ result }) => (result.isSentAgain ? paths.reportSent : paths.reports),
});
