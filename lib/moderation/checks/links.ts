import { linkifyit } from "linkify-it";
import type { Check } from "@/lib/moderation/checks/check";

/** Endings of addresses that people write without "https://". Not "it", "so" or "me": those end and begin sentences. */
const endings = ["com", "uk", "org", "net", "io", "info", "biz", "shop", "eu", "app", "coop", "online", "site"];
const linkFinder = linkifyit({ fuzzyLink: true, fuzzyEmail: true, tlds: endings });

export const links: Check = {
  name: "links",
  version: 2,
  label: "This contains a link",
  thresholds: { more_than: 0 },
  shouldHold: true,
  find: ({ text }, { more_than = 0 }) => {
    const found = (linkFinder.match(text) ?? []).map(({ index, lastIndex }) => ({ start: index, end: lastIndex }));
    return found.length > more_than ? found : [];
  },
};
