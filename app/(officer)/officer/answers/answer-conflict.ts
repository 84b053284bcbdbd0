import type { Option } from "@/components/forms/fields";
import type { AnswerView } from "@/lib/answers/answer.queries";
import { answerDecisionLabels } from "@/lib/answers/answer.rules";
import type { AnswerInput } from "@/lib/answers/answer.schema";
import { Conflict } from "@/lib/errors";
import type { FormReply } from "@/lib/forms/form-action";
import { saveConflict } from "@/lib/forms/save-conflict";
import { listParagraphOptions } from "@/lib/strategies/versions/paragraph.queries";

const answerText = ({ decision, why, changed, paragraph }: AnswerInput, paragraphs: readonly Option[]) =>
  [answerDecisionLabels[decision], why, changed, paragraphs.find(({ value }) => value === paragraph)?.label]
    .filter(Boolean)
    .join("\n\n");

/**
 * After a conflict, the form with the colleague's answer beside the one that was typed.
 * @param answer as it is now
 * @throws the error itself when it is no conflict, or they may not see the answer
 */
export async function answerConflict(
  error: unknown,
  answer: AnswerView | null | "",
  input: AnswerInput,
): Promise<FormReply> {
  const newest = answer ? answer.revisions[0] : undefined;
  if (!(error instanceof Conflict) || !answer || !newest) throw error;
  const paragraphs = await listParagraphOptions(answer.source.strategyId);
  const text = answerText({ ...newest, paragraph: newest.paragraphId }, paragraphs);
  const current = { by: newest.reviewedBy ?? newest.by, current: text, version: answer.version };
  return saveConflict("this answer", current, answerText(input, paragraphs));
}
