"use server";

import { z } from "zod";
import { formAction, stay } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { decideCase, decideDuplicates } from "@/lib/moderation/decisions/decision.commands";
import { previewDecision } from "@/lib/moderation/decisions/decision.queries";
import { decisionInput } from "@/lib/moderation/decisions/decision.schema";
import { claimCase, releaseCase } from "@/lib/moderation/queue/claim.commands";
import { reassignCase } from "@/lib/moderation/rota/reassignment.commands";
import { reassignmentInput } from "@/lib/moderation/rota/reassignment.schema";
import { paths } from "@/lib/routes";

const caseParams = z.strictObject({ id: idParam });

/** The step "check" shows a preview of what the author will be sent, in a step that is named by the decision. */
export const submitDecision = formAction({
  params: caseParams,
  input: decisionInput,
  unchecked: { change: () => stay({}) },
  run: async ({ person, params, input, step, values }) => {
    if (step === "check" && input.decision !== "publish") {
      const preview = await previewDecision(person, params.id, input);
      if (preview) return stay({ step: input.decision, result: preview });
    }
    if (values.duplicates === "yes") await decideDuplicates(person, params.id, input);
    else await decideCase(person, params.id, input);
  },
  then: ({ params, input }) => {
    const isAboutThread = input.decision === "lock" || input.decision === "unlock";
    return isAboutThread ? paths.case(params.id) : paths.moderation;
  },
});

export const submitReassignment = formAction({
  params: caseParams,
  input: reassignmentInput,
  run: ({ person, params, input }) => reassignCase(person, params.id, input),
  then: paths.moderation,
});

export const submitClaim = formAction({
  params: caseParams.extend({ isHeld: z.boolean() }),
  run: async ({ person, params: { id, isHeld } }) => {
    if (isHeld) await claimCase(person, id);
    else await releaseCase(person, id);
  },
  then: ({ params }) => paths.case(params.id),
});
