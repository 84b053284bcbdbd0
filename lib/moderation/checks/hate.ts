import type { Check } from "@/lib/moderation/checks/check";
import { findHarm } from "@/lib/moderation/checks/harm-rules";

/** Hate against people for what they are. Quoting it, denying it and answering it are left alone where that is seen. */
export const hate: Check = {
  name: "hate",
  version: 1,
  label: "This may be hate against a group of people",
  thresholds: {},
  shouldHold: true,
  find: ({ text }) => findHarm("hate", text),
};
