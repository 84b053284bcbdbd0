import type { Contributor } from "@/lib/summaries/disclosure/cell-members";
import type { ReleaseState } from "@/lib/summaries/disclosure/release-state";
import type { TableFamilyInput } from "@/lib/summaries/disclosure/table-family";
import { notGiven } from "@/lib/summaries/releases/release-table.rules";

// Everybody can read under which LEP a comment is listed. If a person in a district of two LEPs were counted in both,
// the total of the other LEP, less those whom its list shows, would count the few who are listed elsewhere. So each is
// counted under the LEP that their comments show, and nowhere else: docs/decisions/0212.

/** The part of a district that is counted under one of its LEPs. */
const partId = (district: string, lep: string) => `${district}:${lep}`;

/** The name of a district in a release of one LEP, where a part of it has its name. */
export const publishedDistrict = (district: string): string =>
  district.startsWith(`${notGiven}:`) ? district : (district.split(":")[0] ?? district);

/**
 * Divides each district that is in several LEPs into a part for each, and puts its people under the LEP of their
 * comments. Where a body is new in a district, the part of the LEP that was there goes on from what the last release left.
 */
export function divideSharedDistricts(
  family: TableFamilyInput,
  contributors: readonly Contributor[],
  previous: ReleaseState | null = null,
): { family: TableFamilyInput; contributors: Contributor[]; previous?: ReleaseState } {
  const lepsOf = new Map<string, string[]>();
  for (const { district, lep } of family.memberships)
    lepsOf.set(district, [...(lepsOf.get(district) ?? []), lep].sort());
  const isShared = (district: string) => new Set(lepsOf.get(district)).size > 1;
  const renameCells = (cells: ReleaseState["cells"]) =>
    Object.fromEntries(
      Object.entries(cells).map(([id, cell]) => {
        const [before = "", district = ""] = id.split("|district:");
        const released = (lepsOf.get(district) ?? []).filter((lep) => previous?.leps[lep]);
        const [lep] = released;
        return isShared(district) && lep && released.length === 1
          ? [`${before}|district:${partId(district, lep)}`, cell]
          : [id, cell];
      }),
    );
  return {
    family: {
      ...family,
      memberships: family.memberships.map(({ district, lep }) => ({
        district: isShared(district) ? partId(district, lep) : district,
        lep,
      })),
    },
    contributors: contributors.map((person) => {
      if (!isShared(person.district)) return person;
      const leps = lepsOf.get(person.district) ?? [];
      const lep = leps.find((one) => one === person.lep) ?? leps[0] ?? "";
      return { ...person, district: partId(person.district, lep) };
    }),
    ...(previous && { previous: { ...previous, cells: renameCells(previous.cells) } }),
  };
}
