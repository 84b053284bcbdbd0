import { type Check, entireComment } from "@/lib/moderation/checks/check";

export const flood: Check = {
  name: "flood",
  version: 1,
  label: "Many comments sent within an hour",
  thresholds: { in_an_hour: 6 },
  shouldHold: true,
  find: ({ sentInLastHour }, { in_an_hour = 6 }) => (sentInLastHour > in_an_hour ? [entireComment] : []),
};
