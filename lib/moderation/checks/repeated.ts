import { type Check, whole } from "@/lib/moderation/checks/check";

/** The same words sent by several: a campaign, or one person many times. */
export const repeated: Check = {
  name: "repeated",
  version: 1,
  words: "The same words were sent before",
  tuning: { others: 1 },
  holds: false,
  find: ({ sameWords }, { others = 1 }) => (sameWords >= others ? [whole] : []),
};
