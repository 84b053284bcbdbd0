import { RuleViolation } from "@/lib/errors";
import { locateSpans } from "@/lib/moderation/decisions/decision.rules";
import type { DecisionInput } from "@/lib/moderation/decisions/decision.schema";
import { reasonsFor } from "@/lib/moderation/decisions/reason.rules";
import type { Transition } from "@/lib/moderation/decisions/transition.rules";

/** The places in the text that a decision points at. @throws RuleViolation when a reason is missing, or the words that it is about */
export function resolveSpans(transition: Transition, text: string, input: DecisionInput): [number, number][] {
  if (transition.needsReason && !input.reason)
    throw new RuleViolation("Choose a reason. The author is told it.", "reason");
  if (input.reason && !reasonsFor(transition.action).includes(input.reason))
    throw new RuleViolation("This reason does not fit. Choose another.", "reason");
  if (!transition.spans) return [];
  const { spans, missingPhrases } = locateSpans(text, input);
  if (missingPhrases.length > 0)
    throw new RuleViolation(`These words are not in the comment: ${missingPhrases.join("; ")}`, "phrases");
  if (transition.spans === "required" && spans.length === 0)
    throw new RuleViolation("Say which words to mask.", "phrases");
  return spans;
}
