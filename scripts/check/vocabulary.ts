import { basename } from "node:path";
import jsTokens from "js-tokens";

// The terms of docs/glossary.md, held: words that read oddly in code, with what engineers write instead. A word counts in
// an identifier when it is one of its parts ("wasTold", "told-author.ts"), in a comment when it is written there.

type Term = {
  /** Forms of the word, lower case. */
  forms: string[];
  use: string;
  /** Whether it is ordinary English in a comment. */
  isFineInComments?: true;
  /** Files in which it is a term of something else. */
  isFineIn?: RegExp;
};

export const terms: Term[] = [
  { forms: ["deed", "deeds"], use: "action, decision (a rep's), transition (of state) or operation" },
  { forms: ["told", "tell", "tells"], use: "payload, message, recipients or notified" },
  // "asked" is a key of the API: how many members a union asked
  {
    forms: ["asked", "asker", "askers"],
    use: "query, params, request or requester",
    isFineIn: /^(app\/api|lib\/summaries\/figure)/,
  },
  { forms: ["said", "says"], use: "counts, value, statement or message" },
  { forms: ["kept"], use: "cached, stored, saved, retained or remembered" },
  {
    forms: ["keep", "keeps"],
    use: "cache, store, save, retain or remember",
    isFineInComments: true,
    isFineIn: /^lib\/files\/docx-writer/, // an option of docx
  },
  { forms: ["words"], use: "text, label, message or copy", isFineInComments: true },
  { forms: ["whole"], use: "summary, complete, full or entire" },
  { forms: ["stand", "stands", "stood"], use: "opinion, position or state" },
  { forms: ["room", "rooms"], use: "domain, module or folder" },
  { forms: ["look", "looks", "looked"], use: "appearance, check, inspect or attributes", isFineInComments: true },
  { forms: ["walk", "walks", "walked"], use: "permission sweep or traverse" },
  { forms: ["quick"], use: "fast path", isFineInComments: true },
  { forms: ["slowly"], use: "handle" },
  { forms: ["hush", "quiet", "quietly"], use: "silence or suppress", isFineIn: /^lib\/server\/next-adapter/ }, // an option of Next
  { forms: ["passing"], use: "reassignment", isFineInComments: true },
  { forms: ["rectifying", "rectify"], use: "editing or correction" },
  { forms: ["guarding"], use: "rate limiting" },
  {
    forms: ["flag", "flags"],
    use: "report (a reader's)",
    isFineInComments: true,
    isFineIn: /^(lib\/database|lib\/auth|scripts)\//,
  },
  { forms: ["conversation", "conversations"], use: "thread" },
  { forms: ["giver", "giving"], use: "slack, adjustment, perturbation or suppression", isFineInComments: true },
  { forms: ["alike", "unlike"], use: "duplicate, distinct or equal" },
  { forms: ["dear", "dearer"], use: "expensive" },
  { forms: ["mend", "mends", "mended"], use: "fix" },
];

// "Second look" is the term for a decision that another rep takes again, blind; a Polis conversation is what Polis calls it, and libraries have names of their own
const allowedPhrases = /second[-_ ]?looks?|look[-_ ]?up|polis[-_ ]?conversations?|keep[-_ ]?alive|diffWords/gi;

const byForm = new Map(terms.flatMap((term) => term.forms.map((form) => [form, term])));

export type Finding = { file: string; line: number; word: string; use: string };

/** The words of a name: "wasToldBy", "was-told-by" and "WAS_TOLD_BY" are was, told, by. */
export const partsOf = (name: string): string[] =>
  name
    .replace(allowedPhrases, " ")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);

/** Where a source file uses a word that has a standard one: in identifiers, in comments, and in its own name. */
export function findInSource(file: string, text: string): Finding[] {
  const findings = findInName(file);
  let line = 1;
  for (const token of jsTokens(text, { jsx: /\.tsx$/.test(file) })) {
    const isComment = /Comment$/.test(token.type);
    if (isComment) findings.push(...findInComment(file, line, token.value));
    else if (/Identifier/.test(token.type)) findings.push(...report(file, line, partsOf(token.value), () => true));
    line += token.value.split("\n").length - 1;
  }
  return findings;
}

/** The same for SQL and Prisma's schema, of which only the comments and the words outside strings are read. */
export function findInSchema(file: string, text: string): Finding[] {
  return text.split("\n").flatMap((content, at) => {
    const [code = "", ...comment] = content.split(/\/\/+|--/);
    const identifiers = code.replace(/'[^']*'/g, "").match(/\w+/g) ?? [];
    return [
      ...report(file, at + 1, identifiers.flatMap(partsOf), () => true),
      ...findInComment(file, at + 1, comment.join(" ")),
    ];
  });
}

/** The same for the comments of a style sheet: its names are those of its components. */
export const findInStyles = (file: string, text: string): Finding[] =>
  [...text.matchAll(/\/\*[\s\S]*?\*\//g)].flatMap(({ 0: comment, index }) =>
    findInComment(file, text.slice(0, index).split("\n").length, comment),
  );

export const findInName = (file: string): Finding[] => report(file, 0, partsOf(basename(file)), () => true);

function findInComment(file: string, line: number, comment: string): Finding[] {
  return comment.split("\n").flatMap((content, at) => {
    const prose = content.replace(/`[^`]*`|"[^"]*"|“[^”]*”/g, " "); // what is quoted is somebody's own
    return report(file, line + at, partsOf(prose), (term) => !term.isFineInComments);
  });
}

function report(file: string, line: number, words: string[], counts: (term: Term) => boolean): Finding[] {
  return words.flatMap((word) => {
    const term = byForm.get(word);
    return term && counts(term) && !term.isFineIn?.test(file) ? [{ file, line, word, use: term.use }] : [];
  });
}
