import { placesOf } from "@/lib/comments/identifying-detail.rules";
import type { Check } from "@/lib/moderation/checks/check";

const link =
  /\b(?:https?:\/\/|www\.)\S+|(?<![a-z0-9-])[a-z0-9-]{1,63}\.(?:com|co\.uk|org|org\.uk|net|io|info|biz|shop)\b(?:\/\S*)?/giu;

export const links: Check = {
  name: "links",
  version: 1,
  words: "It holds a link",
  tuning: { more_than: 0 },
  holds: true,
  find: ({ text }, { more_than = 0 }) => {
    const found = placesOf(text, link);
    return found.length > more_than ? found : [];
  },
};
