import { z } from "zod";
import type { FeedEntry } from "@/lib/atom-feed";
import { formatDay } from "@/lib/dates";
import { paths } from "@/lib/routes";

/** The names in a figure that stand for a total, as the API says them too. */
export const anyThemeKey = "any";
export const totalKey = "all";
/** The sector of those who did not say theirs. */
export const notGiven = "not-given";
/** The theme of those who wrote on sections of no foundation. */
export const otherTheme = "other";

/**
 * The sector groups in which people are counted, of SIC sections: wide enough that ten people can be found in one,
 * narrow enough that low-paid work and the foundational economy stand by themselves.
 */
export const sectorGroups: Record<string, { name: string; sections: string; lowPaid: boolean; foundational: boolean }> =
  {
    care: { name: "NHS and care", sections: "Q", lowPaid: true, foundational: true },
    shops: { name: "Shops, wholesale, garages", sections: "G", lowPaid: true, foundational: true },
    hospitality: { name: "Hotels, pubs, cafes, catering", sections: "I", lowPaid: true, foundational: true },
    support: { name: "Cleaning, security, agency work", sections: "N", lowPaid: true, foundational: false },
    services: {
      name: "Arts, sport, hairdressing, repairs, work in homes",
      sections: "RSTU",
      lowPaid: true,
      foundational: true,
    },
    schools: { name: "Schools, colleges, universities, nurseries", sections: "P", lowPaid: true, foundational: true },
    transport: { name: "Transport, post, warehouses", sections: "H", lowPaid: true, foundational: true },
    land: {
      name: "Farming, fishing, mining, energy, water and waste",
      sections: "ABDE",
      lowPaid: true,
      foundational: true,
    },
    government: { name: "Government and council", sections: "O", lowPaid: false, foundational: true },
    making: { name: "Factories and making things", sections: "C", lowPaid: false, foundational: false },
    building: { name: "Building", sections: "F", lowPaid: false, foundational: false },
    offices: { name: "IT, banks, housing, professional work", sections: "JKLM", lowPaid: false, foundational: false },
  };

/** The group of a SIC section or of a part of one ("G47"); not-given where there is none. */
export function sectorGroupOf(sectorId: string | null): string {
  const section = sectorId?.charAt(0);
  if (!section) return notGiven;
  return Object.entries(sectorGroups).find(([, { sections }]) => sections.includes(section))?.[0] ?? notGiven;
}

/** The place of those of a LEP who did not name their district: a district of its own, in no other LEP. */
export const unknownDistrictId = (lepId: string) => `${notGiven}:${lepId}`;

export const storedFamily = z.object({
  themes: z.array(z.string()),
  sectors: z.array(z.string()),
  districts: z.array(z.string()),
});
export const storedCells = z.array(z.tuple([z.string(), z.string(), z.string(), z.int().min(10)]));
export type StoredCells = z.infer<typeof storedCells>;

/** A release as pages read it. Counts are of people: whole multiples of 5, or null where nothing is shown. */
export type ReleaseView = {
  id: string;
  number: number;
  /** YYYY-MM-DD */
  day: string;
  method: string;
  note: string;
  family: z.infer<typeof storedFamily>;
  cells: StoredCells;
};

/** How many people a release shows in a cell; null where it shows nothing, be it zero, small or hidden. */
export function peopleInCell(release: ReleaseView, cell: { theme?: string; sector?: string; district?: string }) {
  const { theme = anyThemeKey, sector = totalKey, district = totalKey } = cell;
  return release.cells.find(([t, s, d]) => t === theme && s === sector && d === district)?.[3] ?? null;
}

/** A whole percentage of two figures that are shown, or null. */
export function percentage(part: number | null, total: number | null): number | null {
  return part === null || !total ? null : Math.min(100, Math.round((part / total) * 100));
}

/** A release for machines: only the cells that are shown; every other cell of the tables is not. */
export function toReleaseJson({ number, day, method, note, family, cells }: ReleaseView) {
  const shown = cells.map(([theme, sector, district, people]) => ({ theme, sector, district, people }));
  return { number, day, method, note, ...family, cells: shown };
}

type ReleaseFacts = { number: number; day: string; note: string };

/** A release in a feed: that there is one, and where it is. */
export function toReleaseFeedEntry(
  lep: { id: string; name: string; title: string },
  { number, day, note }: ReleaseFacts,
): FeedEntry {
  return {
    id: `urn:at-the-table:release:${lep.id}:${number}`,
    title: `Release ${number} of ${formatDay(new Date(day))}: who was heard in ${lep.name}`,
    published: day,
    updated: day,
    author: "At the Table",
    page: `${paths.lep(lep.id)}#heard`,
    text: ["New counts of people, rounded to 5. What could expose a person is not shown.", note]
      .filter(Boolean)
      .join(" "),
  };
}
