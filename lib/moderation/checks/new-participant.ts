import { type Check, whole } from "@/lib/moderation/checks/check";

export const newParticipant: Check = {
  name: "new-participant",
  version: 1,
  words: "Nothing of theirs has been published before",
  tuning: { published: 1 },
  holds: false,
  find: ({ publishedBefore }, { published = 1 }) => (publishedBefore < published ? [whole] : []),
};
