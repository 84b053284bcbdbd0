import type { Check } from "@/lib/moderation/checks/check";
import { findMatches } from "@/lib/text-spans";

// complete terms only: Penistone and Scunthorpe are places; and some are an insult only of somebody: slag comes in heaps
const profanityPatterns = [
  /\b(?:fuck\w*|shit\w*|bollocks|wanker\w*|bastards?(?! file)|cunt\w*|twat\w*|arsehole\w*|dickhead\w*|bitch\w*)\b/giu,
  /\b(?:you|old|stupid|total|complete|little|absolute|fucking|dirty|right|bunch of|load of|(?:is|are|was|were|being|what)(?: an?)?(?: \w+)?) (?:slags?|pricks?|scum)\b(?! (?:heaps?|tips?|banks?|wool|cement|line|ponds?|of conscience)\b)/giu,
];

export const profanity: Check = {
  name: "profanity",
  version: 2,
  label: "Strong language: check whether it insults anybody",
  thresholds: {},
  shouldHold: false,
  find: ({ text }) => profanityPatterns.flatMap((pattern) => findMatches(text, pattern)),
};
