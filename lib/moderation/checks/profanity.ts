import { placesOf } from "@/lib/comments/identifying-detail.rules";
import type { Check } from "@/lib/moderation/checks/check";

// whole words only: Penistone and Scunthorpe are places
const rude =
  /\b(?:fuck\w*|shit\w*|bollocks|wanker\w*|bastard\w*|cunt\w*|twat\w*|arsehole\w*|prick|dickhead\w*|bitch\w*|scum|slag)\b/giu;

export const profanity: Check = {
  name: "profanity",
  version: 1,
  words: "A strong word: see whether it insults anybody",
  tuning: {},
  holds: false,
  find: ({ text }) => placesOf(text, rude),
};
