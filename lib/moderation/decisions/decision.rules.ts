import { RuleViolation } from "@/lib/errors";
import { actionText } from "@/lib/moderation/decisions/action-text.rules";
import type { DecisionInput } from "@/lib/moderation/decisions/decision.schema";
import { reasonsFor } from "@/lib/moderation/decisions/reason.rules";
import { isPublishable, type Transition } from "@/lib/moderation/decisions/transition.rules";
import type { NoticeKind } from "@/lib/notifications/notice.rules";
import { findPhrase, normaliseSpans } from "@/lib/text-spans";
import type { CaseKind, CommentState, ModerationAction } from "@/prisma/generated/enums";

/** The spans of the text that a rep marked or typed, in order, and the typed phrases that do not occur in the text. */
export function locateSpans(
  text: string,
  marked: { spans: readonly [number, number][]; phrases: readonly string[] },
): { spans: [number, number][]; missingPhrases: string[] } {
  const matches = marked.phrases.map((phrase) => ({ phrase, spans: findPhrase(text, phrase) }));
  return {
    spans: normaliseSpans(text, [...marked.spans, ...matches.flatMap(({ spans }) => spans)]),
    missingPhrases: matches.filter(({ spans }) => spans.length === 0).map(({ phrase }) => phrase),
  };
}

/** Shown to the second of two reps who decide at the same time. */
export function conflictMessage(deciderLabel: string, action: ModerationAction): string {
  return `${deciderLabel} got there first and ${actionText[action].phrase}. Your changes were not saved.`;
}

/**
 * The kind of notice that the author gets; null for none, as when a report is dismissed.
 * @param reviewedState of a second look: the state to which the decision under review brought the comment
 */
export function noticeKind(
  kind: CaseKind,
  action: ModerationAction,
  to: CommentState,
  reviewedState: CommentState | null = null,
): NoticeKind | null {
  if (action === "lock" || action === "unlock") return `thread-${action}ed`;
  if (action === "redact") return "comment-redacted";
  if (kind === "sanction_appeal") return action === "uphold" ? "sanction-lifted" : "sanction-appeal-dismissed";
  if (action === "agree") return null;
  if (action === "disagree") return isRefusalDisputed(to, reviewedState) ? "second-look-disagreed" : null;
  if (action === "uphold") return "appeal-upheld";
  if (action === "dismiss") return kind === "appeal" ? "appeal-dismissed" : null;
  if (to === "ready") return "comment-published";
  // the transitions lead nowhere else: see the test of noticeKind
  return `comment-${to}` as NoticeKind;
}

/** Whether a rep would publish what another did not, and it still is not public. */
const isRefusalDisputed = (state: CommentState, reviewedState: CommentState | null): boolean =>
  reviewedState !== null && !isPublishable(reviewedState) && !isPublishable(state);

/** Actions that an author may appeal against, once each. */
export const appealableActions: readonly ModerationAction[] = ["reject", "remove", "warn", "pre_moderate", "suspend"];

/**
 * The spans of the text that a decision points at.
 * @throws RuleViolation when its reason or its phrases are missing or do not fit
 */
export function resolveSpans(transition: Transition, text: string, input: DecisionInput): [number, number][] {
  if (transition.needsReason && !input.reason)
    throw new RuleViolation("Choose a reason. The author will see it.", "reason");
  if (input.reason && !reasonsFor(transition.action).includes(input.reason))
    throw new RuleViolation("This reason does not apply. Choose another.", "reason");
  if (!transition.spans) return [];
  const { spans, missingPhrases } = locateSpans(text, input);
  if (missingPhrases.length > 0)
    throw new RuleViolation(`This text is not in the comment: ${missingPhrases.join("; ")}`, "phrases");
  if (transition.spans === "required" && spans.length === 0)
    throw new RuleViolation("Say which text to mask.", "phrases");
  return spans;
}
