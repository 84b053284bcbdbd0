import { canAppeal } from "@/lib/moderation/decisions/decision.rules";
import { findReason } from "@/lib/moderation/decisions/reason.rules";
import { cutAt, type Span } from "@/lib/moderation/originals/redaction.rules";
import type { CaseKind, Deed } from "@/prisma/generated/enums";

const lead: Record<Deed, string> = {
  publish: "Your comment is published.",
  return: "A rep asks you to change something before your comment can be published.",
  reject: "A rep decided not to publish your comment.",
  redact: "A rep masked some words of your comment. The rest of it can still be read.",
  remove: "A rep took your comment down.",
  lock: "A rep closed the conversation that your comment is in. It can be read, and takes no more replies.",
  unlock: "The conversation that your comment is in takes replies again.",
  uphold: "Another rep looked at your appeal, and you were right. Your comment is published.",
  dismiss: "Another rep looked at your appeal, and the decision stays.",
  warn: "A rep warns you. Read why, and say that you have read it: then you can write again.",
  pre_moderate: "For a while a rep reads what you write before others can.",
  suspend: "For a while you cannot write on this strategy. You can go on reading and answering “agree” or “disagree”.",
  agree: "Another rep looked at the decision on your comment again, and agrees.",
  disagree: "Another rep looked at the decision on your comment again, and would have decided otherwise.",
};

/** Of a case that is no appeal: the author is told nothing, and the rep is told that. */
const leftAsItWas = "The comment stays as it is, and its author is told nothing. Who reported it is told that.";

/** Of an appeal against a sanction. */
const leadOfSanction: Partial<Record<Deed, string>> = {
  uphold: "Another rep looked at your appeal, and you were right. You can write as before.",
  dismiss: "Another rep looked at your appeal, and what was decided stays.",
};

export type Told = {
  title: string;
  why: string | null;
  /** The rep's own words to the author. */
  words: string | null;
  /** The words that it is about, marked in the text. */
  marked: { text: string; isMarked: boolean }[];
  next: string | null;
};

/** What the author is told of a decision: the fact, the rule, the words that it is about, and what they can do. */
export function toldAuthor(decision: {
  kind: CaseKind;
  deed: Deed;
  reason: string | null;
  reasonVersion: number | null;
  toAuthor: string | null;
  text: string;
  spans: readonly Span[];
}): Told {
  const { kind, deed, reason, reasonVersion, toAuthor, text, spans } = decision;
  const next =
    deed === "return"
      ? "Change it and send it again: it goes to a rep at once."
      : canAppeal.includes(deed)
        ? "If you think that this is wrong, you can appeal once. Another rep decides then."
        : deed === "disagree"
          ? "If you have not appealed yet, you can do so now. One more rep decides then."
          : null;
  return {
    title: titleOf(kind, deed),
    why: findReason(reason, reasonVersion)?.words ?? null,
    words: toAuthor,
    marked: spans.length > 0 ? cutAt(text, spans) : [],
    next,
  };
}

function titleOf(kind: CaseKind, deed: Deed): string {
  if (deed === "dismiss" && kind !== "appeal" && kind !== "sanction_appeal") return leftAsItWas;
  return (kind === "sanction_appeal" && leadOfSanction[deed]) || lead[deed];
}
