import { findIdentifyingDetails } from "@/lib/comments/identifying-detail.rules";
import type { Check } from "@/lib/moderation/checks/check";

/** Names, numbers and addresses, by the same rules that warn people on their device while they type. */
export const identifying: Check = {
  name: "identifying",
  version: 2,
  label: "This could identify somebody",
  thresholds: {},
  shouldHold: true,
  find: ({ text }) => findIdentifyingDetails(text).map(({ start, end }) => ({ start, end })),
};
