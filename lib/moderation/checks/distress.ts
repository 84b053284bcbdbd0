import type { Check } from "@/lib/moderation/checks/check";
import { findMatches } from "@/lib/text-spans";

const distressingPattern =
  /\b(?:suicid\w*|kill(?:ed|ing)? (?:himself|herself|myself|themselves)|raped?|rapist|sexual(?:ly)? (?:abus\w*|assault\w*)|self-harm\w*|beaten up|crushed to death|burned alive|stabbed|hanged (?:himself|herself))\b/giu;

/** Text that may distress its reader. The rep's pages blur it until the rep opens it. */
export const distress: Check = {
  name: "distress",
  version: 1,
  label: "This may be upsetting",
  thresholds: {},
  shouldHold: true,
  find: ({ text }) => findMatches(text, distressingPattern),
};
