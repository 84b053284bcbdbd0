import { type Check, entireComment } from "@/lib/moderation/checks/check";

/** The same text sent several times: a campaign, or one person repeating themselves. */
export const repeated: Check = {
  name: "repeated",
  version: 1,
  label: "The same text was sent before",
  thresholds: { others: 1 },
  shouldHold: false,
  find: ({ duplicateCount }, { others = 1 }) => (duplicateCount >= others ? [entireComment] : []),
};
