import { findMatches } from "@/lib/text-spans";

// Numbers that belong to one person. Where a number has check digits they decide; where it has none, the words before it.

export type NumberKind = "insurance" | "bank" | "health" | "passport" | "number" | "locker" | "handle";
type Span = { start: number; end: number };

const digitsOf = (text: string) => text.replace(/\D/g, "");

/** The NHS number's check digit, modulo 11 (NHS Data Dictionary, "NHS NUMBER"). */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1*$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/** The check digit of payment cards (ISO/IEC 7812, Luhn). */
export function isCardNumber(digits: string): boolean {
  if (!/^[3-6]\d{12,18}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = at % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** The check digits of an IBAN (ISO 13616, modulo 97). */
export function isIban(text: string): boolean {
  const iban = text.replace(/\s/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const numeric = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join("");
  return [...numeric].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0) === 1;
}

/** Whether three pairs of digits could be a date, day or month first. */
const couldBeDate = (pairs: string) => {
  const [first = 0, second = 0] = pairs.split(/\D/).map(Number);
  return first >= 1 && second >= 1 && ((first <= 31 && second <= 12) || (first <= 12 && second <= 31));
};

type NumberPattern = [kind: NumberKind, pattern: RegExp, isValid?: (match: string, before: string) => boolean];

const is = String.raw`(?:\s*(?:is|was|are|=|:|,|#|-|–|\()\s*|\s+)`;

const numberPatterns: NumberPattern[] = [
  [
    "insurance",
    /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]\b/giu,
  ],
  // the one that HMRC prints in examples, and others that are never issued, in the form that only they have
  ["insurance", /\bQQ[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]\b/giu],
  [
    "insurance",
    new RegExp(
      String.raw`\b(?:NI|NINO|national insurance)(?: (?:number|no\.?|num))?${is}[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}\b(?:[ -]?[A-D]\b)?`,
      "giu",
    ),
  ],
  ["bank", /\bsort(?:ing)?[ -]?code\D{0,12}\d{2}[ -–]?\d{2}[ -–]?\d{2}(?!\d)/giu],
  ["bank", /(?<![\d£€$.,/:–-])\d{2}-\d{2}-\d{2}(?![\d-])/gu, (match) => !couldBeDate(match)],
  ["bank", /(?<![\d£€$.,/:–-])\d{2}[- ]\d{2}[- ]\d{2}\D{1,20}\d{8}(?!\d)/gu],
  [
    "bank",
    /\b(?:account|acct?|a\/c|acc|bank)\b\.?(?: (?:number|no\.?|num|details))?\D{0,12}\d{4}[ -]?\d{4}(?![\d,.]\d|\d)/giu,
  ],
  ["bank", /\b(?:roll|building society) (?:number|no\.?|account)\D{0,8}[A-Z0-9]{1,4}[/ -]?\d{5,}[A-Z0-9/-]*/giu],
  ["bank", /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b/gu, (match) => isIban(match)],
  ["bank", /(?<![\d.,£-])\d(?:[ -]?\d){12,18}(?![\d-])/gu, (match) => isCardNumber(digitsOf(match))],
  ["health", /\bNHS(?: (?:number|no\.?|num|id))?\D{0,8}\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/giu],
  ["health", /\b(?:hospital|patient|CHI|H&C)(?: (?:number|no\.?|id|ref))\D{0,6}[A-Z]{0,2}\d{5,10}\b/giu],
  ["health", /(?<![\d£.,+-])[1-9]\d{2}([ -]?)\d{3}\1\d{4}(?![\d-])/gu, (match) => isNhsNumber(digitsOf(match))],
  [
    "passport",
    new RegExp(
      String.raw`\bpassport(?:,? (?:number|no\.?|num|is|ref))*${is}(?:[A-Z]{1,2}\s?\d{6,8}|\d{3}\s?\d{3}\s?\d{3}|\d{9}|\d{8})\b`,
      "giu",
    ),
  ],
  ["passport", /\b[A-Z9]{5}\d[0156]\d(?:[0-2]\d|3[01])\d[A-Z9]{2}\d[A-Z]{2}\b/gu], // a driving licence
  [
    "passport",
    new RegExp(
      String.raw`\b(?:driving licen[cs]e|licen[cs]e|BRP|residence permit|biometric(?: card| permit)?|visa|share code|settled status|ID card|PESEL|CPF|aadhaar|BI)(?: (?:number|no\.?|num|card|code|is))*${is}(?=[A-Z0-9 -]*\d)[A-Z0-9]{3}[A-Z0-9 -]{4,}\d?\b`,
      "gu",
    ),
  ],
  [
    "number",
    new RegExp(
      String.raw`\b(?:staff|employee|emp|payroll|pay|badge|clock|works|worker|driver|crew|operative|operator|personnel|personal|collar|warrant|membership|member|union|branch card|pin|ESR|assignment|agency|candidate|NMC|HCPC|GMC|SIA|DBS|CSCS|SWE|DfE|TRN|teacher reference|student|apprentice|learner|ULN|UTR|tax|swipe|key|ID|log ?in|user|till|scanner|tenancy|rent|council tax|claim|case|universal credit|registration|disciplinary|grievance|tribunal)(?: card| licence| reg| reference| registration)? (?:card|number|num|no\.?|id|ID|code|ref|reference|pin)?(?:${is}|\s*)#?(?=[A-Z0-9/-]*\d)(?:[A-Z]{0,4}[-/]?\d{3,}(?:[-/]?[A-Z0-9]+)*|\d{2}[A-Z]\d{4}[A-Z])\b(?! ?(?:%|per cent|pounds?|hours?|people|workers|staff|members|drivers|jobs|places|of (?:us|them)|a (?:year|week|month)|in (?:the|19|20)))`,
      "giu",
    ),
    // "pin 1234" and "staff number 1234", but no "staff 1200"
    (match) =>
      /\b(?:card|number|num|no\.?|id|code|ref|reference|pin|UTR|ULN|TRN)\b/i.test(match) &&
      (/\b(?:number|num|no\.?|id|pin|card|code|ref)\b/i.test(match) || !/\b(?:19|20)\d\d$/.test(match)),
  ],
  ["number", /\b\d{2}[A-Z]\d{4}[A-Z]\b/gu], // a nurse's registration
  [
    "number",
    /\b(?:I am|I[’']m|me,?|down as|known as|signed (?:in|on|off) as|clocked? (?:in|on|off)(?: as| on)?|logged (?:in|on) as|listed as)(?: (?:only|just))?(?: (?:number|no\.?|operative|operator|driver|picker|packer|badge|employee|worker)) #?[A-Z]{0,3}-?\d{2,}\b/giu,
  ],
  [
    "number",
    /\b(?:picker|packer|operative|operator|conductor|courier|warden|officer|constable|PC|PCSO) (?:number |no\.? )?#?[A-Z]{0,2}\d{3,}\b/gu,
  ],
  [
    "locker",
    new RegExp(
      String.raw`\b(?:my|his|her|their|the) (?:usual |own |old |new |regular |parking |car park |loading )*(?:locker|bay|desk|berth|parking space|parking spot|pigeon ?hole|peg|workstation|work station|station|bench|till|cell|line position|pitch|stall|stand|bunk|cabin|room|room at the hostel)(?: number| no\.?)?${is}(?:number |no\.? |#)?[A-Z]{0,2}-?\d{1,4}[A-Z]?\b(?! ?(?:%|minutes?|hours?|days?|years?|miles?|pounds?|people|o[’']clock|am\b|pm\b|yards?|metres?))`,
      "giu",
    ),
  ],
  ["locker", new RegExp(String.raw`\blocker${is}(?:number |no\.? |#)?[A-Z]{0,2}-?\d{1,4}[A-Z]?\b`, "giu")],
  [
    "locker",
    /\b(?:I[’']m|I am|I work|I sit|I stand|I park|I load|I pack|I pick|we park|find me|you[’']ll find me|me)(?: \p{Ll}+){0,3} (?:at|on|in|from) (?:packing |parking |loading |sorting |checkout |work ?|picking |my )?(?:locker|bay|desk|berth|parking space|space|station|workstation|bench|till|checkout|pitch|stall)(?: number| no\.?)? #?[A-Z]{0,2}-?\d{1,4}[A-Z]?\b/giu,
  ],
  ["handle", /(?<![\p{L}\d.@/])@[A-Za-z][\w.]{2,29}\b/gu, (match) => !isPublicHandle(match.slice(1))],
  [
    "handle",
    /\b(?:facebook|fb|instagram|twitter|x|tiktok|linkedin|t|youtube|reddit|threads|bsky|mastodon)\.(?:com|me|app|social)\/(?:in\/|u\/|user\/|@)?[\w.-]{3,}/giu,
    (match) => !isPublicHandle(match.split("/").at(-1) ?? ""),
  ],
  ["handle", /(?<![\p{L}\d/])\/?u\/[A-Za-z0-9_-]{3,20}\b/gu],
  // "my insta is kez_nights", "on Twitter as shed4steve", "Snapchat: big.malc"
  [
    "handle",
    /\b(?:insta(?:gram)?|ig|snap(?:chat)?|tik ?tok|twitter|telegram|discord|facebook|fb|messenger|linkedin|signal|skype|reddit|you ?tube|bluesky|mastodon|x handle|gamertag|vinted|depop|ebay|twitch|steam|psn|viber|wechat|imo|zalo|line id|user ?name|handle)(?: (?:name|id|handle|account|page|profile|user|username|tag))*(?: (?:is|as|under|at|called)|:| -|,)? ?@?(?=[\w.]*(?:[\d_.]))[A-Za-z][\w.]{2,28}[A-Za-z0-9_]\b/giu,
    (match) => !/\.(?:com|co|org|net|uk)$/i.test(match),
  ],
];

/** Accounts of bodies and firms, which show nobody. */
const publicHandle =
  /^(?:bbc\w*|itv\w*|sky\w*|gm_?ca|tfgm\w*|tfwm\w*|tfl\w*|wm_?ca\w*|wyca|mayor\w*|\w*(?:council|nhs\w*|mayor|news|trains?|rail|railway|buses|bus|police|college|uni|university|union|gov|govuk|trust|chronicle|gazette|post|live|official|lep|ca|cc|mbc|mdc|bc|uk|hq|tuc|branch|echo|radio|arriva|stagecoach|northernassist))$|^(?:tuc|unison|unite|gmb|usdaw|rmt|aslef|tssa|pcs|cwu|nasuwt|neu|ucu|fbu|rcn|prospect|equity|northern|avanti|lner|transport|visit|invest|growth|network|national|the_?tuc)\w*$/i;
const isPublicHandle = (handle: string) => publicHandle.test(handle.replace(/\.$/, ""));

/** Numbers and accounts in a text that belong to one person, of each kind. */
export function findNumbers(text: string): (Span & { kind: NumberKind })[] {
  return numberPatterns.flatMap(([kind, pattern, isValid = () => true]) =>
    findMatches(text, pattern)
      .filter(({ start, end }) => isValid(text.slice(start, end), text.slice(0, start)))
      .map((span) => ({ kind, ...span })),
  );
}
