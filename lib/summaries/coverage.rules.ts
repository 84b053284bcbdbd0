import { percentages } from "@/lib/summaries/largest-remainder";
import { peopleInCell, type ReleaseView } from "@/lib/summaries/releases/release.rules";
import { sectorGroups } from "@/lib/summaries/releases/release-table.rules";

/** A sector group. `people`: as released, null where not shown. Shares are percentages, rounded; those of jobs add up to 100, those of people, with whoever is in no sector shown, as well. */
export type SectorCoverage = {
  id: string;
  name: string;
  lowPaid: boolean;
  foundational: boolean;
  people: number | null;
  share: number | null;
  jobs: number;
  jobsShare: number;
};
/** `residents`: of all ages. `alsoIn`: other areas under which people of this district are counted. */
export type DistrictCoverage = {
  id: string;
  name: string;
  kind: string;
  people: number | null;
  residents: number;
  alsoIn: string[];
};
/** `people`: the sum of the districts shown, so a lower bound. */
export type PlaceKindCoverage = { kind: string; districts: number; people: number | null; residents: number };

/** Who took part, from a release, against the jobs in the area. */
export type Coverage = {
  year: number;
  /** Jobs of every kind; 0 where there are no figures for this area alone. */
  jobs: number;
  sectors: SectorCoverage[];
  districts: DistrictCoverage[];
  kinds: PlaceKindCoverage[];
};

/**
 * People against jobs by sector group. Groups that are not shown come first, low-paid and foundational work before
 * other work, then by number of jobs.
 * @param jobs by sector group
 */
export function listSectorCoverage(release: ReleaseView, jobs: ReadonlyMap<string, number>): SectorCoverage[] {
  const shown = Object.keys(sectorGroups).map((id) => peopleInCell(release, { sector: id }));
  const sumShown = shown.reduce<number>((sum, people) => sum + (people ?? 0), 0);
  const total = peopleInCell(release, {});
  // each figure is rounded by itself, so that those shown may add up to more than the total
  const peopleShares = percentages([...shown.map((people) => people ?? 0), Math.max(0, (total ?? 0) - sumShown)]);
  const jobsShares = percentages(Object.keys(sectorGroups).map((id) => jobs.get(id) ?? 0));
  const rows = Object.entries(sectorGroups).map(([id, { name, lowPaid, foundational }], i) => {
    const people = shown[i] ?? null;
    const sectorJobs = jobs.get(id) ?? 0;
    const jobsShare = jobsShares[i] ?? 0;
    return {
      id,
      name,
      lowPaid,
      foundational,
      people,
      share: people === null || total === null ? null : (peopleShares[i] ?? 0),
      jobs: sectorJobs,
      jobsShare,
    };
  });
  const rank = ({ people, lowPaid, foundational }: SectorCoverage) =>
    (people === null ? 0 : 4) + (lowPaid ? 0 : 2) + (foundational ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b) || b.jobs - a.jobs);
}

/** Urban or rural, and whether on the coast, by our own classes of district. */
export function placeKindOf({ ruralClass, coast }: { ruralClass: string; coast: string }): string {
  const land = ruralClass === "mainly_rural" || ruralClass === "largely_rural" ? "Country" : "Town";
  return coast === "sea" ? `${land}, on the coast` : land;
}

export type NamedDistrict = {
  id: string;
  name: string;
  ruralClass: string;
  coast: string;
  population: number;
  alsoIn: string[];
};

/** The districts of a LEP: those that are not shown first, then by name. */
export function listDistrictCoverage(release: ReleaseView, districts: readonly NamedDistrict[]): DistrictCoverage[] {
  return districts
    .map((district) => ({
      id: district.id,
      name: district.name,
      kind: placeKindOf(district),
      people: peopleInCell(release, { district: district.id }),
      residents: district.population,
      alsoIn: district.alsoIn,
    }))
    .sort((a, b) => Number(a.people !== null) - Number(b.people !== null) || a.name.localeCompare(b.name, "en-GB"));
}

/**
 * What a reader must know of districts that are in other areas too: their figure here is not that of the district
 * (docs/decisions/0212). Null where there are none.
 */
export function sharedDistrictText(
  area: string,
  districts: readonly Pick<DistrictCoverage, "name" | "alsoIn">[],
): string | null {
  const shared = districts.filter(({ alsoIn }) => alsoIn.length > 0);
  if (shared.length === 0) return null;
  const names = shared.map(({ name, alsoIn }) => `${name} (also in ${alsoIn.join(" and ")})`);
  return `${names.join(", ")}: the figure counts only the people whose comments are under ${area}. For everyone in a district, add the figures of each area that it is in.`;
}

/** People by kind of place, null where none of its districts is shown; those kinds come first. */
export function listPlaceKindCoverage(districts: readonly DistrictCoverage[]): PlaceKindCoverage[] {
  const kinds = [...new Set(districts.map(({ kind }) => kind))].sort();
  const rows = kinds.map((kind) => {
    const districtsOfKind = districts.filter((district) => district.kind === kind);
    const shown = districtsOfKind.flatMap(({ people }) => people ?? []);
    const residents = districtsOfKind.reduce((sum, district) => sum + district.residents, 0);
    const people = shown.length ? shown.reduce((a, b) => a + b, 0) : null;
    return { kind, districts: districtsOfKind.length, people, residents };
  });
  return rows.sort((a, b) => Number(a.people !== null) - Number(b.people !== null));
}
