import { type Check, whole } from "@/lib/moderation/checks/check";

export const flood: Check = {
  name: "flood",
  version: 1,
  words: "They sent many comments within the hour",
  tuning: { in_an_hour: 6 },
  holds: true,
  find: ({ sentLately }, { in_an_hour = 6 }) => (sentLately > in_an_hour ? [whole] : []),
};
