import type { Check } from "@/lib/moderation/checks/check";
import { findMatches } from "@/lib/text-spans";

// full words only: Penistone and Scunthorpe are places
const profanityPattern =
  /\b(?:fuck\w*|shit\w*|bollocks|wanker\w*|bastard\w*|cunt\w*|twat\w*|arsehole\w*|prick|dickhead\w*|bitch\w*|scum|slag)\b/giu;

export const profanity: Check = {
  name: "profanity",
  version: 1,
  label: "A strong word: see whether it insults anybody",
  thresholds: {},
  shouldHold: false,
  find: ({ text }) => findMatches(text, profanityPattern),
};
