import type { DistrictRole } from "@/prisma/generated/enums";

/** How a strategy covers a district: all that the sentences below need to know. */
export type Cover = {
  areaName: string;
  leadTitle: string;
  leadType: string; // mayor, lep, or another body
  role: DistrictRole;
  /** The LEPs through which the district belongs to it, as titles; none where another body leads alone. */
  via: string[];
  on2017: boolean;
  on2021: boolean;
  /** A mayoral authority that the district is in, though its mayor does not lead this strategy. */
  alsoInMayoralCa: string | null;
};

const list = new Intl.ListFormat("en-GB");
export const the = (title: string) => `the ${title.replace(/^the /i, "")}`;
const leps = (titles: string[]) => list.format(titles.map(the));

/** "the West Midlands strategy", without what its area's name explains in brackets. */
export const strategyName = (areaName: string) => `${the(areaName.replace(/ \(.*\)$/, ""))} strategy`;

const first = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/**
 * Two sentences on one strategy and a place: who leads it there, and why.
 * @param place the district as people say it
 * @param others the place's other strategies
 */
export function coverSentences(place: string, cover: Cover, others: Cover[]): [string, string] {
  const strategy = strategyName(cover.areaName);
  switch (cover.role) {
    case "constituent":
      return [
        `The mayor leads ${strategy}, through ${the(cover.leadTitle)}.`,
        cover.via.length === 0
          ? `That is because ${place} is in the mayor’s area.`
          : `That is because ${place} is in the mayor’s area; ${leps(cover.via)} helps, but does not lead.`,
      ];
    case "lep_area_only":
      return [
        `A mayor leads ${strategy}, through ${the(cover.leadTitle)}, and it covers ${place} too.`,
        `That is because ${place} is in ${leps(cover.via)}, which helps with it; but ${place} is outside the mayor’s area, so people who live there have no vote for that mayor.`,
      ];
    case "lep_area":
      if (cover.leadType === "body") {
        return [`${first(the(cover.leadTitle))} leads ${strategy}.`, `That is because it covers ${place}.`];
      }
      return [`${first(the(cover.leadTitle))} leads ${strategy}.`, `That is because ${whyLep(place, cover, others)}.`];
    case "former_lep_area":
      return [
        `${first(strategy)} does not cover ${place}, so it takes no comments from there.`,
        `That is because ${place} was in ${leps(cover.via)} in April 2017, but it is outside the mayor’s area, for which the strategy was written${instead(others)}.`,
      ];
  }
}

function whyLep(place: string, cover: Cover, others: Cover[]): string {
  if (cover.alsoInMayoralCa) {
    return `the LEP’s area is larger than the mayor’s: ${place} is also in ${the(cover.alsoInMayoralCa)}, which has a mayor, but that mayor leads no strategy of this kind`;
  }
  const [other] = others.filter(({ role, leadType }) => role !== "former_lep_area" && leadType !== "body");
  switch (other?.role) {
    case "constituent":
      return `${place} was in this LEP, as well as in the mayor’s area, when the work began`;
    case "lep_area":
      return `${place} was in two LEPs when the work began, and each leads a strategy of its own`;
    case "lep_area_only":
      return `${place} is in this LEP as well, and it is not in the area of a mayor`;
    default:
      return `${place} is not in the area of a mayor who leads a strategy; in such places the LEP leads`;
  }
}

function instead(others: Cover[]): string {
  const live = others.filter(({ role }) => role !== "former_lep_area").map(({ areaName }) => strategyName(areaName));
  return live.length > 0 ? `; you can comment on ${list.format(live)} instead` : "";
}

/** What changed between the boundaries of 2017 and of 2021, or null when nothing did that matters here. */
export function boundaryNote(place: string, cover: Cover): string | null {
  if (cover.role === "former_lep_area" || cover.on2017 === cover.on2021 || cover.via.length === 0) return null;
  const then = `Boundaries moved: ${place} was ${cover.on2017 ? "" : "not "}in ${leps(cover.via)} in April 2017`;
  return cover.on2017
    ? `${then}, and no longer in April 2021. You can still comment on its strategy.`
    : `${then}, and was in April 2021.`;
}

/** What to read first: how many strategies cover the place, and that the choice is the person's. */
export function answerLead(place: string, covers: Cover[]): string {
  const live = covers.filter(({ role }) => role !== "former_lep_area").map(({ areaName }) => strategyName(areaName));
  if (live.length === 0) return `We know of no strategy that covers ${place}.`;
  if (live.length === 1) return `One strategy covers ${place}: ${live[0]}.`;
  return `${live.length === 2 ? "Two" : live.length} strategies cover ${place}: ${live.join(", and ")}. You choose: comment on the one that matters to your work, or on ${live.length === 2 ? "both" : "each"}.`;
}
