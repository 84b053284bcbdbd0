import { saveDraft } from "@/lib/comments/drafts/draft.commands";
import type { DraftPlace } from "@/lib/comments/drafts/draft.rules";
import { draftValues } from "@/lib/comments/drafts/draft.schema";
import { describeIdentifyingDetails } from "@/lib/comments/identifying-detail.rules";
import { type FormReply, invalid, stay } from "@/lib/forms/form-action";
import { fieldErrors } from "@/lib/forms/form-data";
import type { FormValues } from "@/lib/forms/form-state";
import { mentionsRisk } from "@/lib/moderation/checks/check.rules";
import type { Person } from "@/lib/people/person.policy";

// What the actions of all forms for writing have in common.

/** What in the typed text could show who somebody is, and whether its author may need help: see TypedDetailsWarning. */
export const previewDetails = ({ text }: FormValues) => {
  const typed = typeof text === "string" ? text : "";
  return { identifyingDetails: describeIdentifyingDetails(typed), isAtRisk: mentionsRisk(typed) };
};

/** The step "save": saves the form as a draft, and stays on it with the draft's new version. */
export async function saveDraftStep(
  { person, values }: { person: Person; values: FormValues },
  strategyId: string,
  place: DraftPlace,
): Promise<FormReply> {
  const parsed = draftValues.safeParse(values);
  if (!parsed.success) return invalid(fieldErrors(parsed.error));
  const draft = await saveDraft(person, strategyId, place, parsed.data, Number(values.draft) || 0);
  return stay({ result: { draft, isDraftSaved: true } });
}
