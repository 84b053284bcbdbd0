import { findWords, tidySpans } from "@/lib/moderation/originals/redaction.rules";
import type { CaseKind, CommentState, Deed } from "@/prisma/generated/enums";

/** The places that a rep marked and typed, in order. @returns the words that are not in the text, when there are any */
export function placesIn(
  text: string,
  marked: { spans: readonly [number, number][]; words: readonly string[] },
): { spans: [number, number][]; missing: string[] } {
  const typed = marked.words.map((words) => ({ words, found: findWords(text, words) }));
  return {
    spans: tidySpans(text, [...marked.spans, ...typed.flatMap(({ found }) => found)]),
    missing: typed.filter(({ found }) => found.length === 0).map(({ words }) => words),
  };
}

const deedWords: Record<Deed, string> = {
  publish: "published it",
  return: "returned it to its author",
  reject: "did not publish it",
  redact: "masked some of its words",
  remove: "removed it",
  lock: "locked its conversation",
  unlock: "opened its conversation again",
  uphold: "upheld the appeal",
  dismiss: "left it as it was",
  warn: "warned its author",
  pre_moderate: "had its author’s comments wait for a rep",
  suspend: "suspended its author",
  agree: "agreed with the decision",
  disagree: "disagreed with the decision",
};

/** What to tell the second of two who decide at once. */
export function firstWas(who: string, deed: Deed): string {
  return `${who} was first and ${deedWords[deed]}. Nothing of yours was saved.`;
}

/** What the author is told of a deed; null when they are told nothing, as of a flag that changed nothing. */
export function noticeKind(kind: CaseKind, deed: Deed, to: CommentState): string | null {
  if (deed === "lock" || deed === "unlock") return `thread-${deed}ed`;
  if (deed === "redact") return "comment-redacted";
  if (kind === "sanction_appeal") return deed === "uphold" ? "sanction-lifted" : "sanction-stays";
  if (deed === "agree") return null;
  if (deed === "disagree") return to === "published" ? null : "second-look-differs";
  if (deed === "uphold") return "appeal-upheld";
  if (deed === "dismiss") return kind === "appeal" ? "appeal-dismissed" : null;
  return `comment-${to}`;
}

/** What an author may appeal against, once. */
export const canAppeal: readonly Deed[] = ["reject", "remove", "warn", "pre_moderate", "suspend"];
