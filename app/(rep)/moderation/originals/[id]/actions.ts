"use server";

import { z } from "zod";
import { formAction, stay } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import {
  decideAccessRequest,
  requestOriginalAccess,
  viewOriginal,
} from "@/lib/moderation/originals/access-request.commands";
import { accessRequestInput } from "@/lib/moderation/originals/access-request.schema";
import { paths } from "@/lib/routes";

const originalParams = z.strictObject({ id: idParam });
const requestParams = originalParams.extend({ requestId: idParam });

export const submitAccessRequest = formAction({
  params: originalParams,
  input: accessRequestInput,
  run: ({ person, params, input }) => requestOriginalAccess(person, params.id, input),
  then: ({ params }) => paths.original(params.id),
});

export const submitAccessDecision = formAction({
  params: requestParams.extend({ isApproved: z.boolean() }),
  run: ({ person, params }) => decideAccessRequest(person, params.id, params.requestId, params.isApproved),
  then: ({ params }) => paths.original(params.id),
});

/** The original is only in the response to this form: it has no address. */
export const submitView = formAction({
  params: requestParams,
  run: async ({ person, params }) =>
    stay({ result: { text: await viewOriginal(person, params.id, params.requestId) } }),
});
