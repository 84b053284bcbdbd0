import { countLabel, formatNumber } from "@/lib/numbers";
import { peopleInCell } from "@/lib/summaries/releases/release.rules";
import type { Summary } from "@/lib/summaries/summary.rules";

const notCounted = "No count of people yet";
const tooFew = "Too few people to show";

/** How many people wrote, from releases only. Those of a strategy are counted under each of its LEPs. */
export function participationText({ release, heardByLep, places }: Pick<Summary, "release" | "heardByLep" | "places">) {
  if (!heardByLep) {
    if (!release) return notCounted;
    const people = peopleInCell(release, {});
    return people === null ? tooFew : `About ${countLabel(people, "person", "people")}`;
  }
  if (heardByLep.size === 0) return notCounted;
  const shown = [...heardByLep.values()].flatMap(({ people }) => people ?? []);
  if (shown.length === 0) return tooFew;
  const total = shown.reduce((sum, people) => sum + people, 0);
  const rest = Math.max(0, places.leps.length - shown.length);
  const place = places.leps.length === 1 ? "" : ` under ${countLabel(shown.length, "LEP")}`;
  return `About ${countLabel(total, "person", "people")}${place}${rest > 0 ? `, and not shown for ${formatNumber(rest)} more` : ""}`;
}

/** For how many members unions responded; null without responses. */
export function unionMembersText({ items, more }: Summary["responses"]): string | null {
  if (items.length === 0) return null;
  const members = items.reduce((sum, { tookPart }) => sum + tookPart, 0);
  const responses = countLabel(items.length, "union response");
  return `${more ? "At least " : ""}${countLabel(members, "member")} took part in ${responses}${more ? " or more" : ""}`;
}
