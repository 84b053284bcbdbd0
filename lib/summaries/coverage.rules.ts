import { peopleIn, percentOf, type ReleaseView, sectorGroups } from "@/lib/summaries/releases/release.rules";

/** people: as released, null where not shown. Shares are whole percentages, people's of those released. */
export type SectorHeard = {
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
export type DistrictHeard = { id: string; name: string; kind: string; people: number | null; residents: number };
export type KindHeard = { kind: string; districts: number; people: number | null; residents: number };

/** Who was heard of a LEP's sector groups, against the jobs there: the unheard first, and of these low-paid and foundational work first. */
export function sectorsHeard(release: ReleaseView, jobs: ReadonlyMap<string, number>): SectorHeard[] {
  const total = [...jobs.values()].reduce((sum, count) => sum + count, 0);
  const everybody = peopleIn(release, {});
  const rows = Object.entries(sectorGroups).map(([id, { name, lowPaid, foundational }]) => {
    const people = peopleIn(release, { sector: id });
    const here = jobs.get(id) ?? 0;
    const jobsShare = total === 0 ? 0 : Math.round((here / total) * 100);
    return { id, name, lowPaid, foundational, people, share: percentOf(people, everybody), jobs: here, jobsShare };
  });
  const rank = ({ people, lowPaid, foundational }: SectorHeard) =>
    (people === null ? 0 : 4) + (lowPaid ? 0 : 2) + (foundational ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b) || b.jobs - a.jobs);
}

/** Town, country or coast, as our own classes have it. */
export function kindOfDistrict({ ruralClass, coast }: { ruralClass: string; coast: string }): string {
  const land = ruralClass === "mainly_rural" || ruralClass === "largely_rural" ? "Country" : "Town";
  return coast === "sea" ? `${land}, on the coast` : land;
}

export type NamedDistrict = { id: string; name: string; ruralClass: string; coast: string; population: number };

/** The districts of a LEP, the unheard first, then by name. */
export function districtsHeard(release: ReleaseView, districts: readonly NamedDistrict[]): DistrictHeard[] {
  return districts
    .map((one) => ({
      id: one.id,
      name: one.name,
      kind: kindOfDistrict(one),
      people: peopleIn(release, { district: one.id }),
      residents: one.population,
    }))
    .sort((a, b) => Number(a.people !== null) - Number(b.people !== null) || a.name.localeCompare(b.name, "en-GB"));
}

/** People by kind of place, added up from districts that are shown: at least so many. Null where none is shown. The unheard first. */
export function kindsHeard(districts: readonly DistrictHeard[]): KindHeard[] {
  const kinds = [...new Set(districts.map(({ kind }) => kind))].sort();
  const rows = kinds.map((kind) => {
    const here = districts.filter((district) => district.kind === kind);
    const shown = here.flatMap(({ people }) => people ?? []);
    const residents = here.reduce((sum, district) => sum + district.residents, 0);
    const people = shown.length ? shown.reduce((a, b) => a + b, 0) : null;
    return { kind, districts: here.length, people, residents };
  });
  return rows.sort((a, b) => Number(a.people !== null) - Number(b.people !== null));
}
