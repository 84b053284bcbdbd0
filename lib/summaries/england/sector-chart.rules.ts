import { formatNumber, partOf } from "@/lib/numbers";
import type { Chart } from "@/lib/summaries/charts/drawing.rules";
import { nameSome } from "@/lib/summaries/england/area-charts.rules";
import { peopleInCell, type ReleaseView } from "@/lib/summaries/releases/release.rules";
import { sectorGroups } from "@/lib/summaries/releases/release-table.rules";

/** An area with the cells of its newest release. */
export type ReleasedArea = { id: string; name: string; release: Pick<ReleaseView, "cells"> };

/** In how many areas each kind of work is shown, of all kinds or of these groups; those shown nowhere come first. */
export function sectorChart(
  released: readonly ReleasedArea[],
  groups: readonly string[] = Object.keys(sectorGroups),
): Chart {
  const rows = Object.entries(sectorGroups)
    .filter(([id]) => groups.includes(id))
    .map(([id, { name }]) => {
      const shown = released.filter(({ release }) => peopleInCell(release, { sector: id }) !== null);
      return { id, name, shown: shown.map((area) => area.name) };
    })
    .sort((a, b) => a.shown.length - b.shown.length || a.name.localeCompare(b.name, "en-GB"));
  const nowhere = rows.filter(({ shown }) => shown.length === 0).map(({ name }) => name);
  return {
    id: "sectors",
    title: "Kinds of work",
    claim: sectorClaim(released.length, rows.length, nowhere),
    description:
      "In how many areas the newest release shows people from each kind of work. Hatched: in every area nobody took part, or too few people to show.",
    source: "The newest release of each LEP.",
    drawing: {
      kind: "bars",
      rows:
        released.length === 0
          ? []
          : rows.map(({ id, name, shown }) => ({
              ...{ id, name, href: null },
              value: shown.length || null,
              label:
                shown.length === 0
                  ? `Nobody, or too few to show, in ${released.length === 1 ? "the 1 area" : `any of ${formatNumber(released.length)} areas`} with figures`
                  : `Shown in ${partOf(shown.length, released.length, "area")}: ${nameSome(shown)}`,
            })),
    },
    table: {
      columns: ["Kind of work", "Areas where people are shown", "Areas with figures", "Shown in"],
      rows: rows.map(({ name, shown }) => [name, shown.length, released.length, shown.join("; ") || "none"]),
    },
  };
}

/** The title of the chart. @param nowhere the names of those that no area shows */
export function sectorClaim(released: number, kinds: number, nowhere: string[]): string {
  if (released === 0) return "No counts of people have been released yet";
  if (nowhere.length === 0) return "Every kind of work is shown in at least one area";
  if (nowhere.length === kinds) return "Too few people to show from any kind of work, in any area";
  return `${nowhere.length} of ${kinds} kinds of work ${nowhere.length === 1 ? "is" : "are"} shown nowhere: ${nameSome(nowhere)}`;
}
