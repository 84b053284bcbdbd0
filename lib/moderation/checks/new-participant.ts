import { type Check, entireComment } from "@/lib/moderation/checks/check";

export const newParticipant: Check = {
  name: "new-participant",
  version: 1,
  label: "Nothing by this person has been published before",
  thresholds: { published: 1 },
  shouldHold: false,
  find: ({ publishedCount }, { published = 1 }) => (publishedCount < published ? [entireComment] : []),
};
