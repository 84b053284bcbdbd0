import { peopleInCell, percentage, type ReleaseView, sectorGroups } from "@/lib/summaries/releases/release.rules";

/** people: as released, null where not shown. Shares are whole percentages, people's of those released. */
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
/** residents: who live there, all ages. */
export type DistrictCoverage = { id: string; name: string; kind: string; people: number | null; residents: number };
export type PlaceKindCoverage = { kind: string; districts: number; people: number | null; residents: number };

/** Who was heard of a LEP's sector groups, against the jobs there: the unheard first, and of these low-paid and foundational work first. */
export function listSectorCoverage(release: ReleaseView, jobs: ReadonlyMap<string, number>): SectorCoverage[] {
  const total = [...jobs.values()].reduce((sum, count) => sum + count, 0);
  const totalPeople = peopleInCell(release, {});
  const rows = Object.entries(sectorGroups).map(([id, { name, lowPaid, foundational }]) => {
    const people = peopleInCell(release, { sector: id });
    const sectorJobs = jobs.get(id) ?? 0;
    const jobsShare = total === 0 ? 0 : Math.round((sectorJobs / total) * 100);
    return {
      id,
      name,
      lowPaid,
      foundational,
      people,
      share: percentage(people, totalPeople),
      jobs: sectorJobs,
      jobsShare,
    };
  });
  const rank = ({ people, lowPaid, foundational }: SectorCoverage) =>
    (people === null ? 0 : 4) + (lowPaid ? 0 : 2) + (foundational ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b) || b.jobs - a.jobs);
}

/** Town, country or coast, as our own classes have it. */
export function placeKindOf({ ruralClass, coast }: { ruralClass: string; coast: string }): string {
  const land = ruralClass === "mainly_rural" || ruralClass === "largely_rural" ? "Country" : "Town";
  return coast === "sea" ? `${land}, on the coast` : land;
}

export type NamedDistrict = { id: string; name: string; ruralClass: string; coast: string; population: number };

/** The districts of a LEP, the unheard first, then by name. */
export function listDistrictCoverage(release: ReleaseView, districts: readonly NamedDistrict[]): DistrictCoverage[] {
  return districts
    .map((district) => ({
      id: district.id,
      name: district.name,
      kind: placeKindOf(district),
      people: peopleInCell(release, { district: district.id }),
      residents: district.population,
    }))
    .sort((a, b) => Number(a.people !== null) - Number(b.people !== null) || a.name.localeCompare(b.name, "en-GB"));
}

/** People by kind of place, added up from districts that are shown: at least so many. Null where none is shown. The unheard first. */
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
