import type { Check } from "@/lib/moderation/checks/check";
import { findHarm } from "@/lib/moderation/checks/harm-rules";

/** Somebody who may be at risk of harming themselves. Its author is shown where to find help, and its case comes first. */
export const selfHarm: Check = {
  name: "self-harm",
  version: 1,
  label: "Somebody may be at risk of harming themselves",
  thresholds: {},
  shouldHold: true,
  find: ({ text }) => findHarm("self-harm", text),
};
