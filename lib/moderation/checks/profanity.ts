import type { Check } from "@/lib/moderation/checks/check";
import { findMatches } from "@/lib/text-spans";

// complete words with their endings, as Penistone, Bitchfield and Shitterton are places; and some are an insult only of
// somebody: slag comes in heaps
const profanityPatterns = [
  /\b(?:(?:mother|cluster)?fuck(?:s|ed|ing|ers?|wits?|up)?|(?:bull|horse)?shit(?:s|e|es|ty|tier|tiest|ting|faced?|heads?|holes?|show|bags?|s?torms?)?|bollocks|wank(?:ers?|ing|s|ed)|bastards?(?! file)|cunt(?:s|ing|ish|y)?|twat(?:s|ted|ting|tish)?|arseholes?|dickheads?|(?:son of a )?bitch(?:es|y|ing|ed|in)?)\b/giu,
  /\b(?:you|stupid|total|complete|absolute|fucking)(?: old| little)? (?:slags?|pricks?|scum)\b(?! (?:heaps?|tips?|banks?|wool|cement|line|ponds?|of conscience)\b)/giu,
  /\b(?:(?:bunch|load) of|dirty) (?:slags|pricks?)\b(?! of conscience\b)/giu,
  /\b(?:is|was|being|what)(?: such)? an?(?: \w+)? (?:slag|prick)\b(?! (?:heap|tip|bank|line|pond|of conscience)\b)/giu,
  /\b(?:is|are|was|were|being)(?: \w+)? (?:slags|pricks|scum)\b(?! (?:ponds?|line)\b)/giu,
];

export const profanity: Check = {
  name: "profanity",
  version: 3,
  label: "Strong language: check whether it insults anybody",
  thresholds: {},
  shouldHold: false,
  find: ({ text }) => profanityPatterns.flatMap((pattern) => findMatches(text, pattern)),
};
