import type { Check } from "@/lib/moderation/checks/check";
import { findMatches } from "@/lib/text-spans";

const linkPattern =
  /\b(?:https?:\/\/|www\.)\S+|(?<![a-z0-9-])[a-z0-9-]{1,63}\.(?:com|co\.uk|org|org\.uk|net|io|info|biz|shop)\b(?:\/\S*)?/giu;

export const links: Check = {
  name: "links",
  version: 1,
  label: "It holds a link",
  thresholds: { more_than: 0 },
  shouldHold: true,
  find: ({ text }, { more_than = 0 }) => {
    const found = findMatches(text, linkPattern);
    return found.length > more_than ? found : [];
  },
};
