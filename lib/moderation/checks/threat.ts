import type { Check } from "@/lib/moderation/checks/check";
import { findHarm } from "@/lib/moderation/checks/harm-rules";

/** A threat to somebody, as against one that is reported, a figure of speech, or a dispute. */
export const threat: Check = {
  name: "threat",
  version: 1,
  label: "This may be a threat",
  thresholds: {},
  shouldHold: true,
  find: ({ text }) => findHarm("threat", text),
};
