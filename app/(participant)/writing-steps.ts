import { acceptsCookies, probeCookies } from "@/lib/auth/cookies";
import { endSession } from "@/lib/auth/current-session";
import type { ReplyInput } from "@/lib/comments/comment.schema";
import { reviseComment } from "@/lib/comments/revision.commands";
import { getOwnRevision } from "@/lib/comments/revision.queries";
import { getSubmission, type SubmittedComment } from "@/lib/comments/submission.queries";
import { isSameSubmission, type SubmittedContent } from "@/lib/comments/submission.rules";
import { isSameWriter } from "@/lib/comments/writer.queries";
import { RuleViolation } from "@/lib/errors";
import { type FormReply, stay } from "@/lib/forms/form-action";
import type { FormValues } from "@/lib/forms/form-state";
import { withPuzzle } from "@/lib/forms/puzzle-reply";
import { isPublishedByOthers } from "@/lib/moderation/checks/check.queries";
import { isSignedIn, type Person } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { groupCharacters } from "@/lib/security/base32";
import { newFormId } from "@/lib/security/encryption";

// The steps of the forms for a comment and for a reply: check, change something, send; what comes between when the form
// was sent before or somebody else is signed in by now.

/** The step "not-me": ends the session of whoever used this browser before; the text stays in the form. */
export async function signOutStep({ values }: { values: FormValues }): Promise<FormReply> {
  await endSession();
  await probeCookies();
  return stay({ values: { ...values, draft: "0", draftOwner: "" }, result: { hasSignedOut: true } });
}

type WritingStep = {
  person: Person;
  strategyId: string;
  input: ReplyInput & SubmittedContent;
  values: FormValues;
  step: string;
};

/**
 * Takes a step of such a form.
 * @param send calls the command; its session is started in there
 * @returns the page to go on to, or what to show on the form's own
 */
export async function takeWritingStep(
  { person, strategyId, input, values, step }: WritingStep,
  send: () => Promise<SubmittedComment>,
): Promise<FormReply | string> {
  if (step === "revise") return reviseSubmission(person, String(values.usedFormId), input.text);
  if (step !== "check" && step !== "send") return stay({});
  const earlier = await getSubmission(input.formId);
  if (earlier && !isSameSubmission(earlier.content, input)) {
    const result = { isFormUsed: true, usedFormId: input.formId, formId: newFormId() };
    return stay({ step: "check", result });
  }
  if (!earlier && !isSameWriter(values.writer, person, strategyId)) {
    return stay({ step: "check", result: isSignedIn(person) ? { isOtherWriter: true } : { isSignedOut: true } });
  }
  const takesCookies = isSignedIn(person) || (await acceptsCookies());
  if (step === "check") {
    if (!takesCookies) await probeCookies();
    return stay({ step: "check", result: { isRepeated: await isPublishedByOthers(person, strategyId, input.text) } });
  }
  const submitted = await withPuzzle(send, { step: "check", pressedValue: "send" });
  if (!("commentId" in submitted)) return submitted;
  const { receipt, alias, state, isAtRisk } = submitted;
  if (takesCookies || !receipt) return paths.commentSent;
  // the next page could not know this browser again, so the receipt is shown here
  const result = { receipt: groupCharacters(receipt, 5), alias, isPublished: state === "published", isAtRisk };
  return stay({ values: {}, result });
}

/** Puts new text in the place of what the same form sent before. */
async function reviseSubmission(person: Person, usedFormId: string, text: string): Promise<string> {
  const submission = await getSubmission(usedFormId);
  const own = submission && (await getOwnRevision(person, submission.comment.commentId));
  if (!own)
    throw new RuleViolation(
      "You are signed out, so you cannot change it. Sign in with your code, or send this as another comment.",
    );
  await reviseComment(person, own.id, { text, version: own.version });
  return paths.my;
}
