import type { AnswerView } from "@/lib/answers/answer.queries";
import { answerDecisionLabels } from "@/lib/answers/answer.rules";
import type { AnswerInput } from "@/lib/answers/answer.schema";
import { Conflict } from "@/lib/errors";
import type { FormReply } from "@/lib/forms/form-action";
import { saveConflict } from "@/lib/forms/save-conflict";

type Text = Pick<AnswerInput, "decision" | "why" | "changed">;

const answerText = ({ decision, why, changed }: Text) =>
  [answerDecisionLabels[decision], why, changed].filter(Boolean).join("\n\n");

/**
 * After a conflict, the form with the colleague's answer beside the one that was typed.
 * @param answer as it is now
 * @throws the error itself when it is no conflict, or they may not see the answer
 */
export function answerConflict(error: unknown, answer: AnswerView | null | "", input: Text): FormReply {
  const newest = answer ? answer.revisions[0] : undefined;
  if (!(error instanceof Conflict) || !answer || !newest) throw error;
  const current = { by: newest.reviewedBy ?? newest.by, current: answerText(newest), version: answer.version };
  return saveConflict("this answer", current, answerText(input));
}
