/** The year of the figures for work and pay: the last before the pandemic, when most strategies were written. */
export const factsYear = 2019;

export type SectorJobs = {
  sectorId: string;
  name: string;
  partOf: string | null;
  foundational: string; // "core", "part" or "no"
  lowPaid: string; // "Y", "N", or "part" followed by which part
  jobs: number;
};

export type SectorShare = { id: string; name: string; jobs: number; share: number; england: number; note: string };

/** A share of all jobs here and in England, each 0 to 1. */
export type Share = { here: number; england: number };

export type WorkFacts = {
  total: number;
  /** Top-level sectors, the most jobs first. */
  sectors: SectorShare[];
  /** The foundational economy: sectors that are wholly part of it, and those together with partly foundational ones. */
  foundational: Share;
  foundationalInPart: Share;
  /** Sectors where low pay is common: throughout, and those together with sectors where it is in part. */
  lowPaid: Share;
  lowPaidInPart: Share;
};

/**
 * The area's work compared with England. Shares are taken over the smallest sectors that have counts, so that
 * shops and garages, both in section G, are distinguished; the list has top-level sectors.
 */
export function workFacts(here: SectorJobs[], england: SectorJobs[]): WorkFacts {
  const total = sum(here.filter(isTopLevel));
  const inEngland = new Map(england.map(({ sectorId, jobs }) => [sectorId, jobs]));
  const all = sum(england.filter(isTopLevel));
  const shareOf = (matches: (sector: SectorJobs) => boolean): Share => ({
    here: ratio(sum(leafSectors(here).filter(matches)), total),
    england: ratio(sum(leafSectors(england).filter(matches)), all),
  });
  return {
    total,
    sectors: here
      .filter((sector) => isTopLevel(sector) && sector.jobs > 0)
      .sort((a, b) => b.jobs - a.jobs || a.sectorId.localeCompare(b.sectorId))
      .map((sector) => ({
        id: sector.sectorId,
        name: sector.name,
        jobs: sector.jobs,
        share: ratio(sector.jobs, total),
        england: ratio(inEngland.get(sector.sectorId) ?? 0, all),
        note: sectorNote(sector),
      })),
    foundational: shareOf(({ foundational }) => foundational === "core"),
    foundationalInPart: shareOf(({ foundational }) => foundational !== "no"),
    lowPaid: shareOf(({ lowPaid }) => lowPaid === "Y"),
    lowPaidInPart: shareOf(({ lowPaid }) => lowPaid !== "N"),
  };
}

const isTopLevel = ({ partOf }: SectorJobs) => partOf === null;
const sum = (sectors: SectorJobs[]) => sectors.reduce((jobs, sector) => jobs + sector.jobs, 0);
const ratio = (part: number, total: number) => (total === 0 ? 0 : part / total);

function leafSectors(sectors: SectorJobs[]): SectorJobs[] {
  const divided = new Set(sectors.map(({ partOf }) => partOf));
  return sectors.filter(({ sectorId }) => !divided.has(sectorId));
}

function sectorNote({ foundational, lowPaid }: SectorJobs): string {
  const notes = [foundational === "core" && "foundational", lowPaid === "Y" && "low pay is common"];
  return notes.filter(Boolean).join(", ");
}

export type DistrictPay = { name: string; pounds: number; low: number | null; high: number | null };
export type PayFacts = {
  lowest: DistrictPay;
  highest: DistrictPay;
  /** How many districts have a figure; the next field, how many have none. */
  districts: number;
  districtsWithoutFigure: number;
  /** The median of all districts in England. */
  englandMedian: number;
};

/** Median weekly pay, in pounds, of residents of each district; null when no district has a figure. */
export function payFacts(
  here: { name: string; pounds: number | null; low: number | null; high: number | null }[],
  england: number[],
): PayFacts | null {
  const known = here.flatMap(({ pounds, ...rest }) => (pounds === null ? [] : [{ ...rest, pounds }]));
  known.sort((a, b) => a.pounds - b.pounds || a.name.localeCompare(b.name));
  const [lowest, highest] = [known[0], known.at(-1)];
  const sorted = england.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (!lowest || !highest || upper === undefined || lower === undefined) return null;
  return {
    lowest,
    highest,
    districts: known.length,
    districtsWithoutFigure: here.length - known.length,
    englandMedian: (lower + upper) / 2,
  };
}

const percentFormat = new Intl.NumberFormat("en-GB", { style: "percent" });

/** "41%" for 0.414; a positive share is never "0%", and less than all is never "100%". */
export function formatPercent(share: number): string {
  if (share > 0 && share < 0.005) return "under 1%";
  return share < 1 && share >= 0.995 ? "over 99%" : percentFormat.format(share);
}

/** "£512". */
export const formatWeeklyPay = (pounds: number) => `£${Math.round(pounds)}`;

/** A share of the area beside England's, a row each: what, here, England. `work`: null where there are no figures. */
export function listComparisons(place: { rural: Share; coast: Share }, work: WorkFacts | null): string[][] {
  const row = (name: string, { here, england }: Share) => [name, formatPercent(here), formatPercent(england)];
  return [
    row("People in villages and small rural towns", place.rural),
    row("People in coastal districts", place.coast),
    ...(work
      ? [
          row("Jobs in foundational sectors", work.foundational),
          row("Including partly foundational sectors", work.foundationalInPart),
          row("Jobs in low-paid sectors", work.lowPaid),
          row("Including partly low-paid sectors", work.lowPaidInPart),
        ]
      : []),
  ];
}

/** What half of employees earn in the districts with the lowest and the highest pay. */
export function payText(
  { lowest, highest, districts, districtsWithoutFigure, englandMedian }: PayFacts,
  year: number,
): string {
  const middle = `The middle figure for England’s districts is ${formatWeeklyPay(englandMedian)}.`;
  if (districts === 1)
    return `Half of employees who live in ${lowest.name} earn less than ${formatWeeklyPay(lowest.pounds)} a week (${year}). ${middle}`;
  const range = `Half of employees earn less than ${formatWeeklyPay(lowest.pounds)} a week in ${lowest.name} (the lowest), and less than ${formatWeeklyPay(highest.pounds)} in ${highest.name} (the highest) in ${year}.`;
  return `${range} ${middle}${districtsWithoutFigure > 0 ? " Some districts have no figure." : ""}`;
}
