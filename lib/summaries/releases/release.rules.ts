import type { FeedEntry } from "@/lib/atom-feed";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";
import { remainderId } from "@/lib/summaries/counts.rules";
import type { StoredCells, StoredFamily } from "@/lib/summaries/releases/release.schema";
import { anyThemeKey, otherTheme, totalKey } from "@/lib/summaries/releases/release-table.rules";

/** A published release of one LEP. `cells` holds only the cells that are shown. */
export type ReleaseView = {
  id: string;
  number: number;
  /** YYYY-MM-DD */
  day: string;
  method: string;
  note: string;
  family: StoredFamily;
  cells: StoredCells;
};

/** How many people a release shows in all. `day`: YYYY-MM-DD. */
export type ReleasedPeople = { number: number; day: string; people: number | null };

/** The people shown in a cell; null if the cell is suppressed, empty or not in the tables. Defaults to the totals. */
export function peopleInCell(
  release: Pick<ReleaseView, "cells">,
  cell: { theme?: string; sector?: string; district?: string },
) {
  const { theme = anyThemeKey, sector = totalKey, district = totalKey } = cell;
  return release.cells.find(([t, s, d]) => t === theme && s === sector && d === district)?.[3] ?? null;
}

/** The people shown who commented on sections under a foundation, or under none of them. */
export const peopleOnFoundation = (release: Pick<ReleaseView, "cells">, foundation: string) =>
  peopleInCell(release, { theme: foundation === remainderId ? otherTheme : foundation });

/** A release in the API: a cell of the tables that is not in `cells` is not shown. */
export function toReleaseJson({ number, day, method, note, family, cells }: ReleaseView) {
  const shown = cells.map(([theme, sector, district, people]) => ({ theme, sector, district, people }));
  return { number, day, method, note, ...family, cells: shown };
}

type ReleaseFacts = { number: number; day: string; note: string };

/** The feed entry that announces a release. */
export function toReleaseFeedEntry(
  lep: { id: string; name: string; title: string },
  { number, day, note }: ReleaseFacts,
): FeedEntry {
  return {
    id: `urn:at-the-table:release:${lep.id}:${number}`,
    title: `Release ${number}, ${formatDay(new Date(day))}: who took part in ${lep.name}`,
    published: day,
    updated: day,
    author: "At the Table",
    page: `${paths.lep(lep.id)}#heard`,
    text: ["New counts of people, rounded to 5. What could expose a person is not shown.", note]
      .filter(Boolean)
      .join(" "),
  };
}
