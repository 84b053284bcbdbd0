import { type PageText, readPageText } from "@/scripts/check/page-text";

// One term for one thing on pages, mails and messages: the table of docs/style.md, held. A phrase that reads oddly, or is
// a second term for something that has one, with what to write instead.

type PageTerm = { phrase: RegExp; use: string };

export const pageTerms: PageTerm[] = [
  {
    phrase: /\b(take|takes|taking|taken|took) (it|them|this|that|your \w+|a comment) back\b/i,
    use: "withdraw (an author's comment), undo (a rep's decision)",
  },
  { phrase: /\b(taken|took|take|takes) (it |them |this |your comment )?down\b/i, use: "remove" },
  { phrase: /\bturn(s|ed)? (it |them |your comment )?down\b/i, use: "reject (for reps), not publish (for authors)" },
  { phrase: /\bconversations?\b/i, use: "thread" },
  { phrase: /\b(this|a|each|its|other|every|another|all|new) parts?\b(?! of (the|a|an|England)\b)/i, use: "section" },
  { phrase: /\be-mails?\b/i, use: "email" },
  { phrase: /\b(a|the|our|your|these|that|weekly|new|send|many) mails?\b(?! server)/i, use: "email" },
  { phrase: /\bwhom\b/i, use: "who" },
  { phrase: /\bnewest (version|mail|email|code|one)\b/i, use: "latest" },
  { phrase: /\b(letters and|six|hexadecimal) figures\b/i, use: "numbers" },
  { phrase: /\ba moment ago\b/i, use: "has just …" },
  { phrase: /\bbecame of\b/i, use: "happened to" },
  { phrase: /\bat once\b(?! from)/i, use: "straight away" },
  { phrase: /\bby itself\b/i, use: "automatically" },
  { phrase: /\bquarter of an hour\b/i, use: "15 minutes" },
  {
    phrase:
      /\b(three|four|five|six|seven|eight|nine|ten|thirty) (days?|weeks?|minutes?|hours?|characters|editions|codes)\b/i,
    use: "digits",
  },
  { phrase: /\b(comments?|cases?|words|that|nothing|nobody|it|rep) waits?\b/i, use: "is waiting" },
  { phrase: /\b(was|were|been|be) heard\b/i, use: "took part" },
  { phrase: /\b(your|its|whose|masked|new|marked) words\b/i, use: "text, comment" },
  { phrase: /\blook again\b/i, use: "check again" },
  { phrase: /\bwords to (the|your|an) /i, use: "message to" },
  { phrase: /\bis so of\b/i, use: "goes for" },
  { phrase: /\bmay distress\b/i, use: "may be upsetting" },
  { phrase: /\b(stood|stands?) (behind|beside)\b/i, use: "check, next to" },
  { phrase: /\bkept (nowhere|for reading only)\b/i, use: "not saved, read-only" },
  { phrase: /\bagainst the law\b/i, use: "illegal" },
  { phrase: /\b(erase me|erased yourself|are erased)\b/i, use: "erase my data" },
  { phrase: /\bsomebody (says|said)\b/i, use: "somebody wrote, somebody reported" },
  { phrase: /\brather not say\b/i, use: "prefer not to say" },
  { phrase: /\bone press\b/i, use: "one button" },
  { phrase: /\bfirst page\b/i, use: "home page" },
  { phrase: /\beverybody sees\b/i, use: "everyone can see" },
];

export type TermFinding = PageText & { file: string; use: string };

/** Where a source file shows people a phrase that has a better one. */
export const findPageTerms = (file: string, source: string): TermFinding[] =>
  readPageText(file, source)
    .filter(({ text }) => text.includes(" "))
    .flatMap(({ line, text }) =>
      pageTerms.flatMap(({ phrase, use }) => {
        const found = phrase.exec(text)?.[0];
        return found ? [{ file, line, text: found, use }] : [];
      }),
    );
