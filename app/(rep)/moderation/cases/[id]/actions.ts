"use server";

import { z } from "zod";
import { RuleViolation } from "@/lib/errors";
import { formAction, stay } from "@/lib/forms/form-action";
import { idParam } from "@/lib/forms/params.schema";
import { decideCase, decideDuplicates } from "@/lib/moderation/decisions/decision.commands";
import { previewDecision } from "@/lib/moderation/decisions/decision.queries";
import { decisionInput, reopeningInput } from "@/lib/moderation/decisions/decision.schema";
import { reopenCase, takeBackDecision } from "@/lib/moderation/decisions/reversal.commands";
import { resolveSecondLook } from "@/lib/moderation/decisions/second-look.queries";
import { claimCase, releaseCase } from "@/lib/moderation/queue/claim.commands";
import { findNextCase } from "@/lib/moderation/queue/queue.queries";
import { parseQueueQuery, queueQuery } from "@/lib/moderation/queue/queue-filter.schema";
import { reassignCase } from "@/lib/moderation/rota/reassignment.commands";
import { reassignmentInput } from "@/lib/moderation/rota/reassignment.schema";
import { withHelp } from "@/lib/moderation/safeguarding/help.rules";
import { paths } from "@/lib/routes";
import { afterLastCase, caseUrl } from "./case-url";

const caseParams = z.strictObject({ id: idParam });
/**
 * The step "check" shows a preview of what the author will be sent, in a step that is named by the decision. A second look
 * has none, which would show what was decided, and shows that once the rep has decided.
 */
export const submitDecision = formAction({
  params: caseParams,
  input: decisionInput,
  unchecked: { change: () => stay({}) },
  run: async ({ person, params, input: typed, step, values }) => {
    const submitted = values.help === "yes" ? { ...typed, toAuthor: withHelp(typed.toAuthor) } : typed;
    const { input, isSecondLook } = await resolveSecondLook(person, params.id, submitted);
    if (isSecondLook && submitted.decision === "reject" && !input.reason)
      throw new RuleViolation("Choose a reason.", "reason");
    if (step === "check" && input.decision !== "publish" && !isSecondLook) {
      const preview = await previewDecision(person, params.id, input);
      if (preview) return stay({ step: input.decision, result: preview });
    }
    if (values.duplicates === "yes" && !isSecondLook) await decideDuplicates(person, params.id, input);
    else await decideCase(person, params.id, input);
    return { isSecondLook };
  },
  then: async ({ person, params: { id }, input, values, result }) => {
    // the query of the queue that the rep works through, to go on with its next case
    const queue = typeof values.queue === "string" ? queueQuery(parseQueueQuery(values.queue)) : undefined;
    const isAboutThread = input.decision === "lock" || input.decision === "unlock";
    if (isAboutThread || result.isSecondLook) return caseUrl(id, { queue });
    if (queue === undefined) return paths.moderation;
    const next = await findNextCase(person, parseQueueQuery(queue), id);
    return next ? caseUrl(next, { queue, decided: id }) : afterLastCase(queue, id);
  },
});

export const submitTakeBack = formAction({
  params: caseParams,
  run: ({ person, params }) => takeBackDecision(person, params.id),
  then: ({ params }) => paths.case(params.id),
});

/** Goes to the queue, where the new case waits. */
export const submitReopening = formAction({
  params: caseParams,
  input: reopeningInput,
  run: ({ person, params, input }) => reopenCase(person, params.id, input),
  then: paths.moderation,
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
