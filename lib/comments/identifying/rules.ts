import { firstNames, jobs, notSurnames, relations } from "@/lib/comments/identifying/words";

/** Something in a text that could show who a person is: what kind of thing, from and to in UTF-16 units. */
export type Sign = { kind: SignKind; start: number; end: number };
export type SignKind = keyof typeof signWords;

/** What to say of it. */
export const signWords = {
  phone: "a phone number",
  email: "an e-mail address",
  handle: "a name on social media",
  insurance: "a National Insurance number",
  postcode: "a full postcode",
  address: "a home address",
  number: "a staff or member number",
  plate: "a number plate",
  birth: "a date of birth",
  name: "a person’s name",
  only: "being the only one",
  post: "a job that one person has",
};

const name = String.raw`(?!(?:${notSurnames})\b)\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}\p{Ll}+)?(?!\p{L})`;
const place = `(?:Road|Street|Avenue|Lane|Close|Drive|Court|Crescent|Terrace|Grove|Gardens|Rd|Ave)`;
const iAm = `(?:I am|I[’']m|i am|i[’']m|I was|as|As|being|[Ss]he is|[Hh]e is|she[’']s|he[’']s|they are)`;

const patterns: [SignKind, RegExp][] = [
  [
    "phone",
    /(?<![\p{L}\d£€$.,/])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|0044[\s-]?|\(?0)(?=[1-9])(?:\)?[\s.-]?\d){8,9}\d(?![\d%])/gu,
  ],
  ["email", /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
  [
    "email",
    /(?<![\p{L}\d._-])[\p{L}\d._-]{2,64} ?(?:\(at\)|\[at\]| at ) ?[\p{L}\d-]+ ?(?:\(dot\)|\[dot\]| dot ) ?(?:com|co|org|net|uk)\b/giu,
  ],
  ["handle", /(?<![\p{L}\d.@])@[A-Za-z]\w{2,}/gu],
  ["insurance", /\b[A-CEGHJ-QR-TW-Z][A-CEGHJ-NPQR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]\b/giu],
  ["postcode", /\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}|[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2})\b/gu],
  [
    "address",
    new RegExp(
      String.raw`\b(?:at|live at|[Nn]umber|No\.?|flat \d+,?|Flat \d+,?) \d{1,4}[a-z]?,? (?:\p{Lu}[\p{Ll}’']+ ){1,3}${place}\b`,
      "gu",
    ),
  ],
  [
    "number",
    /\b(?:staff|employee|payroll|badge|clock|works|driver|personnel|membership|member|union|pin) (?:number|no\.?|id|ID)(?: is|:)? ?#?[A-Z]{0,3}-?\d{3,}\b/giu,
  ],
  ["plate", /\b[A-Z]{2}(?:0[1-9]|[1-7]\d) ?[A-Z]{3}\b/gu],
  [
    "birth",
    /\b(?:born(?: on)?|d\.?o\.?b\.?|date of birth(?: is)?:?|my birthday is)(?: the)? ?:? ?\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{2,4}|(?:st|nd|rd|th)?(?: of)? (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?)/giu,
  ],
  [
    "name",
    new RegExp(String.raw`\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor)\.? ${name}(?: ${name})?`, "gu"),
  ],
  [
    "name",
    new RegExp(
      String.raw`\b(?:${relations}),? (?:is |was |called |named |is called )?(?:${firstNames})\b(?: ${name})?(?! (?:Road|Street|Station|Hospital|Park|Square|Dock|House)\b)`,
      "gu",
    ),
  ],
  [
    "name",
    new RegExp(
      String.raw`\b(?:[Mm]y name is|[Mm]y name[’']s|I am|I[’']m|[Tt]his is|called|named|[Aa]sk(?: for)?|[Tt]hanks,?|[Ss]igned,?|[Rr]egards,?) (?:${firstNames})\b(?: ${name})?(?! (?:Road|Street|Station|Hospital|Park|Square|Dock|House|Bridge)\b)`,
      "gu",
    ),
  ],
  [
    "name",
    new RegExp(
      String.raw`(?<!\b(?:St|Saint|King|Queen|Prince|Princess|Sir|Lord|Lady|Port|Fort)\.? )\b(?:${firstNames}) ${name}(?! (?:Road|Street|Lane|Avenue|Way|Station|Hospital|School|Academy|Park|Square|Dock|House|Bridge|Centre|College|University|Works)\b)`,
      "gu",
    ),
  ],
  [
    "only",
    new RegExp(
      String.raw`\b(?:the|The) (?:only|sole|one and only) (?:[\p{L}-]+ ){0,2}(?:${jobs}|woman|women|man|lad|girl|lass|female|male|person|one (?:here|there|left|on|in|at|who|of us))\b`,
      "gu",
    ),
  ],
  ["only", new RegExp(String.raw`\b${iAm} the (?:only|sole|oldest|youngest|longest[- ]serving) \p{L}+`, "gu")],
  [
    "post",
    new RegExp(
      String.raw`\b${iAm} (?:the|their|its|head|deputy|chief|acting) (?:[\p{L}-]+ ){0,2}(?:manager|director|supervisor|chef|secretary|convenor|steward|headteacher|head teacher|matron|foreman|forewoman|caretaker|harbour master|coordinator|porter|treasurer|chair)(?: (?:at|of|for|in|on)\b|[.,;]|$)`,
      "gu",
    ),
  ],
];

/** Whatever in a text could show who somebody is, in order, overlapping ones joined. Warns; never decides. */
export function findSigns(text: string): Sign[] {
  const found = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Sign[] = [];
  for (const sign of found) {
    const last = apart.at(-1);
    if (last && sign.start < last.end) last.end = Math.max(last.end, sign.end);
    else apart.push(sign);
  }
  return apart;
}
