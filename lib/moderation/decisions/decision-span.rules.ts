import { Refused } from "@/lib/errors";
import { placesIn } from "@/lib/moderation/decisions/decision.rules";
import type { DecisionInput } from "@/lib/moderation/decisions/decision.schema";
import { reasonsFor } from "@/lib/moderation/decisions/reason.rules";
import type { Move } from "@/lib/moderation/decisions/transition.rules";

/** The places in the text that a decision points at. @throws Refused when a reason is missing, or the words that it is about */
export function spansFor(move: Move, text: string, input: DecisionInput): [number, number][] {
  if (move.needsReason && !input.reason) throw new Refused("Choose a reason. The author is told it.", "reason");
  if (input.reason && !reasonsFor(move.deed).includes(input.reason))
    throw new Refused("This reason does not fit. Choose another.", "reason");
  if (!move.spans) return [];
  const { spans, missing } = placesIn(text, input);
  if (missing.length > 0) throw new Refused(`These words are not in the comment: ${missing.join("; ")}`, "words");
  if (move.spans === "must" && spans.length === 0) throw new Refused("Say which words to mask.", "words");
  return spans;
}
