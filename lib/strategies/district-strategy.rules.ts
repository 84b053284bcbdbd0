import type { DistrictRole } from "@/prisma/generated/enums";

/** How a strategy covers a district. */
export type DistrictStrategy = {
  areaName: string;
  leadTitle: string;
  leadType: string; // "mayor", "lep" or "body"
  role: DistrictRole;
  /** Titles of the LEPs through which the district belongs to it; none where another body leads alone. */
  viaLeps: string[];
  on2017: boolean;
  on2021: boolean;
  /** The mayoral authority that the district is in, where its mayor does not lead this strategy. */
  alsoInMayoralCa: string | null;
};

const listFormat = new Intl.ListFormat("en-GB");
export const withArticle = (title: string) => `the ${title.replace(/^the /i, "")}`;
const lepListText = (titles: string[]) => listFormat.format(titles.map(withArticle));

/** "the West Midlands strategy", without an explanation in brackets in the area's name. */
export const strategyName = (areaName: string) => `${withArticle(areaName.replace(/ \(.*\)$/, ""))} strategy`;

const capitalise = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/**
 * Two sentences on a strategy in one district: who leads it, and why.
 * @param place the district's everyday name
 * @param others the district's other strategies
 */
export function leadExplanation(
  place: string,
  districtStrategy: DistrictStrategy,
  others: DistrictStrategy[],
): [string, string] {
  const strategy = strategyName(districtStrategy.areaName);
  switch (districtStrategy.role) {
    case "constituent":
      return [
        `The mayor leads ${strategy}, through ${withArticle(districtStrategy.leadTitle)}.`,
        districtStrategy.viaLeps.length === 0
          ? `That is because ${place} is in the mayor’s area.`
          : `That is because ${place} is in the mayor’s area; ${lepListText(districtStrategy.viaLeps)} helps, but does not lead.`,
      ];
    case "lep_area_only":
      return [
        `A mayor leads ${strategy}, through ${withArticle(districtStrategy.leadTitle)}, and it covers ${place} too.`,
        `That is because ${place} is in ${lepListText(districtStrategy.viaLeps)}, which helps with it; but ${place} is outside the mayor’s area, so people who live there do not vote for that mayor.`,
      ];
    case "lep_area":
      if (districtStrategy.leadType === "body") {
        return [
          `${capitalise(withArticle(districtStrategy.leadTitle))} leads ${strategy}.`,
          `That is because it covers ${place}.`,
        ];
      }
      return [
        `${capitalise(withArticle(districtStrategy.leadTitle))} leads ${strategy}.`,
        `That is because ${lepLeadsBecause(place, districtStrategy, others)}.`,
      ];
    case "former_lep_area":
      return [
        `${capitalise(strategy)} does not cover ${place}, so people there cannot comment on it.`,
        `That is because ${place} was in ${lepListText(districtStrategy.viaLeps)} in April 2017, but it is outside the mayor’s area, for which the strategy was written${alternativesText(others)}.`,
      ];
  }
}

function lepLeadsBecause(place: string, districtStrategy: DistrictStrategy, others: DistrictStrategy[]): string {
  if (districtStrategy.alsoInMayoralCa) {
    return `the LEP’s area is larger than the mayor’s: ${place} is also in ${withArticle(districtStrategy.alsoInMayoralCa)}, which has a mayor, but that mayor leads no strategy of this kind`;
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

function alternativesText(others: DistrictStrategy[]): string {
  const accepting = others
    .filter(({ role }) => role !== "former_lep_area")
    .map(({ areaName }) => strategyName(areaName));
  return accepting.length > 0 ? `; you can comment on ${listFormat.format(accepting)} instead` : "";
}

/** How the boundaries moved between 2017 and 2021; null when that makes no difference to the district. */
export function boundaryChangeText(place: string, districtStrategy: DistrictStrategy): string | null {
  if (
    districtStrategy.role === "former_lep_area" ||
    districtStrategy.on2017 === districtStrategy.on2021 ||
    districtStrategy.viaLeps.length === 0
  )
    return null;
  const boundaryChange = `Boundaries moved: ${place} was ${districtStrategy.on2017 ? "" : "not "}in ${lepListText(districtStrategy.viaLeps)} in April 2017`;
  return districtStrategy.on2017
    ? `${boundaryChange}, and no longer in April 2021. You can still comment on its strategy.`
    : `${boundaryChange}, and was in April 2021.`;
}

/** How many strategies cover the place, and that people may choose between them. */
export function strategyCountText(place: string, districtStrategies: DistrictStrategy[]): string {
  const accepting = districtStrategies
    .filter(({ role }) => role !== "former_lep_area")
    .map(({ areaName }) => strategyName(areaName));
  if (accepting.length === 0) return `We do not know of a strategy that covers ${place}.`;
  if (accepting.length === 1) return `One strategy covers ${place}: ${accepting[0]}.`;
  return `${accepting.length === 2 ? "Two" : accepting.length} strategies cover ${place}: ${accepting.join(", and ")}. Comment on the one that matters to your work, or on ${accepting.length === 2 ? "both" : "each"}.`;
}
