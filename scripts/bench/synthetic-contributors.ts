import type { Contributor } from "@/lib/summaries/disclosure/cell-members";
import type { TableFamilyInput } from "@/lib/summaries/disclosure/table-family";
import { seededRandom } from "@/lib/summaries/opinion/seeded-random";

type ContributorOptions = { seed: number; people: number; family: TableFamilyInput };

/** Invented contributors of every LEP: few districts, sectors and themes have many of them, most have few. */
export function makeContributors({ seed, people, family }: ContributorOptions): Contributor[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() ** 2 * list.length)] as T;
  const districtsOf = new Map<string, string[]>();
  for (const { district, lep } of family.memberships) districtsOf.set(lep, [...(districtsOf.get(lep) ?? []), district]);
  return [...districtsOf.values()].flatMap((districts) =>
    Array.from({ length: Math.round(people * (0.25 + 1.5 * random())) }, () => ({
      key: Math.floor(random() * 2 ** 32),
      district: pick(districts),
      sector: pick(family.sectors),
      themes: Array.from({ length: 1 + Math.floor(random() ** 2 * 4) }, () => pick(family.themes)),
    })),
  );
}
