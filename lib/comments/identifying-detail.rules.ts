import { findNumbers } from "@/lib/comments/identifying-number.rules";
import { jobTitles } from "@/lib/comments/name-and-job-lists";
import { findNames } from "@/lib/comments/personal-name.rules";
import { findMatches } from "@/lib/text-spans";

/** Part of a text that could identify a person: its kind, and [start, end) in UTF-16 units. */
export type IdentifyingDetail = { kind: IdentifyingDetailKind; start: number; end: number };
export type IdentifyingDetailKind = keyof typeof identifyingDetailLabels;

/** What the warning calls each kind. */
export const identifyingDetailLabels = {
  phone: "a phone number",
  email: "an email address",
  handle: "a name on social media",
  insurance: "a National Insurance number",
  postcode: "a full postcode",
  address: "a home address",
  number: "a staff or member number",
  bank: "bank details",
  health: "an NHS number",
  passport: "the number of a passport or licence",
  locker: "a locker, bay or desk number",
  plate: "a number plate",
  birth: "a date of birth",
  name: "a person’s name",
  only: "being the only one",
  post: "a job that one person has",
};

const streetTypes = `(?:Road|Street|Avenue|Lane|Close|Drive|Court|Crescent|Terrace|Grove|Gardens|Row|Yard|Rd|Ave)`;
const selfReference = `(?:I am|I[’']m|i am|i[’']m|I was|as|As|being|[Ss]he is|[Hh]e is|she[’']s|he[’']s|they are)`;

const patterns: [IdentifyingDetailKind, RegExp][] = [
  [
    "phone",
    /(?<![\p{L}\d£€$.,/])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|0044[\s-]?|\(?0)(?=[1-9])(?:\)?[\s.-]?\d){8,9}\d(?![\d%])/gu,
  ],
  ["email", /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
  [
    "email",
    /(?<![\p{L}\d._-])[\p{L}\d._-]{2,64} ?(?:\(at\)|\[at\]| at ) ?[\p{L}\d-]+ ?(?:\(dot\)|\[dot\]| dot ) ?(?:com|co|org|net|uk)\b/giu,
  ],
  ["postcode", /\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}|[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2})\b/gu],
  [
    "address",
    new RegExp(
      String.raw`\b(?:at|live at|[Aa]rms,|[Nn]umber|No\.?|flat \d+,?|Flat \d+,?) \d{1,4}[a-z]?,? (?:\p{Lu}[\p{Ll}’']+ ){1,3}${streetTypes}\b`,
      "gu",
    ),
  ],
  ["plate", /\b[A-Z]{2}(?:0[1-9]|[1-7]\d) ?[A-Z]{3}\b/gu],
  [
    "birth",
    /\b(?:born(?: on)?|turned \d\d on|d\.?o\.?b\.?|date of birth(?: is)?:?|my birthday is)(?: the)? ?:? ?\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{2,4}|(?:st|nd|rd|th)?(?: of)? (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?)/giu,
  ],
  [
    "only",
    new RegExp(
      String.raw`\b(?:the|The) (?:only|sole|one and only) (?:[\p{L}-]+ ){0,2}(?:${jobTitles}|woman|women|man|lad|girl|lass|female|male|person|one (?:here|there|left|on|in|at|who|of us))\b`,
      "gu",
    ),
  ],
  [
    "only",
    /\b(?:I am|I[’']m|as) (?:the|that) (?:\p{L}+ )?(?:one|lad|lass|girl|woman|man|person) (?:who|with|in|on|at|from|off|that)\b/giu,
  ],
  ["only", /\bthere[’']?s? (?:is )?(?:only|just) (?:me|the one)\b/giu],
  [
    "only",
    /\b(?:can guess who|who I am|who this is|they[’']ll guess|work it out|it was me|knows me|look me up|you[’']re reading (?:me|her|him)|that[’']s me\b|I am (?:he|she))/gu,
  ],
  [
    "only",
    new RegExp(
      String.raw`\b(?:I was|I am|I[’']m) (?:the|one of the (?:two|three)) (?:first|last|only|oldest|youngest|[\p{L}-]+) (?:[\p{L}-]+ ){0,2}(?:${jobTitles}|woman|man|engineers|drivers)(?: (?:on|in|at|they|to|left|ever)\b)`,
      "gu",
    ),
  ],
  [
    "only",
    new RegExp(String.raw`\b${selfReference} the (?:only|sole|oldest|youngest|longest[- ]serving) \p{L}+`, "gu"),
  ],
  [
    "post",
    new RegExp(
      String.raw`\b${selfReference} (?:the|their|its|head|deputy|chief|acting) (?:[\p{L}-]+ ){0,2}(?:manager|director|supervisor|chef|secretary|convenor|steward|headteacher|head teacher|matron|foreman|forewoman|caretaker|harbour master|coordinator|porter|treasurer|chair)(?: (?:at|of|for|in|on)\b|[.,;]|$)|\b(?:I am|I[’']m|I was|[Aa]s|husband[’']s|wife[’']s) (?:the|their) (?:[\p{L}-]+ ){0,2}(?:${jobTitles})(?= (?:at|of|for|in|on|who|here|by|and|so)\b|[.,;]|$)|\b(?:I am|I[’']m) (?:head|secretary|chair|treasurer|convenor|leader|director|manager) of\b`,
      "gu",
    ),
  ],
];

/** All parts of a text that could identify a person, in order, overlapping ones joined. For warnings only. */
export function findIdentifyingDetails(text: string): IdentifyingDetail[] {
  const details = patterns.flatMap(([kind, pattern]) =>
    findMatches(text, pattern).map((match) => ({ kind, ...match })),
  );
  details.push(...findNumbers(text));
  details.push(...findNames(text).map((span) => ({ kind: "name" as const, ...span })));
  details.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: IdentifyingDetail[] = [];
  for (const detail of details) {
    const last = merged.at(-1);
    if (last && detail.start < last.end) last.end = Math.max(last.end, detail.end);
    else merged.push(detail);
  }
  return merged;
}

/** The same as texts, each once: "a phone number: “0161 496 0000”". */
export function describeIdentifyingDetails(text: string): string[] {
  const descriptions = findIdentifyingDetails(text).map(
    ({ kind, start, end }) => `${identifyingDetailLabels[kind]}: “${text.slice(start, end)}”`,
  );
  return [...new Set(descriptions)];
}
