import { formatNumber } from "@/lib/numbers";

/** How many districts the Social Mobility Index ranks: all but the City of London and the Isles of Scilly. */
export const rankedDistricts = 324;

export type MobilityRank = {
  /** As in the index of that year. */
  name: string;
  year: number;
  /** 1 is best; null where only the fifth is known. */
  rank: number | null;
  spot: "hotspot" | "coldspot" | "neither" | null;
  certainty: string;
  source: string;
};

export type MobilityYear = {
  year: number;
  rows: MobilityRank[];
  hotspots: number;
  coldspots: number;
  /** Whether every district of England has a rank that year; a part of them may not be compared with England. */
  isComplete: boolean;
};

/** The years for which we have every district. */
const completeYears = [2016];

/** An area's districts in each edition of the index, the fullest first; editions are never mixed. */
export function mobilityYears(ranks: MobilityRank[]): MobilityYear[] {
  const years = [...new Set(ranks.map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => {
    const rows = ranks
      .filter((row) => row.year === year)
      .sort((a, b) => (a.rank ?? rankedDistricts + 1) - (b.rank ?? rankedDistricts + 1) || (a.name < b.name ? -1 : 1));
    const count = (spot: MobilityRank["spot"]) => rows.filter((row) => row.spot === spot).length;
    return {
      year,
      rows,
      hotspots: count("hotspot"),
      coldspots: count("coldspot"),
      isComplete: completeYears.includes(year),
    };
  });
}

/** "3 of 4 districts are in the lowest fifth of England’s 324, and none is in the highest." */
export function mobilitySentence({ year, rows, hotspots, coldspots, isComplete }: MobilityYear): string {
  const all = rows.length;
  if (!isComplete)
    return `For ${year} we found ${all === 1 ? "1 district" : `${all} districts`} of this area, and not the others.`;
  const count = (n: number) => (n === 0 ? "none" : n === all && n > 1 ? "all" : formatNumber(n));
  const verb = (n: number) => (n === 1 || n === 0 ? "is" : "are");
  const start = all === 1 ? "Of 1 district" : `Of ${formatNumber(all)} districts`;
  return `${start}, ${count(coldspots)} ${verb(coldspots)} in the lowest fifth of England’s ${rankedDistricts} and ${count(hotspots)} ${verb(hotspots)} in the highest.`;
}

export const spotLabels = { hotspot: "Highest fifth", coldspot: "Lowest fifth", neither: "Between" } as const;

export type FundingAward = {
  id: number;
  fund: string;
  bodyName: string;
  bodyId: string | null;
  lepIds: string[];
  pounds: number;
  basis: string;
  decidedOn: string;
  certainty: string;
  source: string;
};

/** Parts of an award that its total includes: shown with it, they would be counted twice. */
const isPartOfTotal = ({ basis }: FundingAward) => /^(per head, first allocation|extension)/.test(basis);

/** The awards to an area, each pound once; not those of all England. */
export const areaAwards = (awards: FundingAward[]): FundingAward[] =>
  awards.filter((award) => award.lepIds.length > 0 && !isPartOfTotal(award));

/** The awards that are not of one area: totals of a fund, and the same amount for each area. */
export const nationalAwards = (awards: FundingAward[]): FundingAward[] =>
  awards.filter(({ lepIds }) => lepIds.length === 0);

/** "£321.5 million", "£75,000". */
export const formatPounds = (pounds: number): string =>
  pounds < 1_000_000 ? `£${formatNumber(pounds)}` : `£${formatNumber(Math.round(pounds / 100_000) / 10)} million`;

export type Board = {
  name: string;
  year: string;
  members: string | null;
  privateSector: string | null;
  workerSeats: string | null;
  note: string | null;
  certainty: string;
  source: string;
};

/** Whether anybody spoke for workers on a board; "we found none" is no proof that there was none. */
export function workerSeatText(seats: string | null): string {
  if (seats === null || /^not (stated|found)$/.test(seats)) return "Not known";
  if (/^[1-9]/.test(seats)) return seats;
  return "We found none";
}

/** What readers see first of an area's boards. */
export function boardSentence(boards: Board[]): string {
  const seats = boards.map(({ workerSeats }) => workerSeatText(workerSeats));
  const withSeat = seats.filter((text) => /^[1-9]/.test(text)).length;
  if (boards.length === 0) return "We found no list of who sat on its board.";
  if (withSeat > 0)
    return boards.length === 1
      ? "We found a seat for unions or employees on the list that we read."
      : `We found a seat for unions or employees on ${withSeat} of the ${formatNumber(boards.length)} lists that we read.`;
  if (seats.includes("We found none")) return "We looked for a seat for unions or employees and found none.";
  return "We do not know if anybody on its board spoke for workers.";
}

export type Programme = {
  id: number;
  name: string;
  /** Of all England, and so on the page of every area. */
  isNational: boolean;
  districts: string | null;
  what: string;
  years: string;
  certainty: string;
  source: string;
};
export type BoardRule = { id: string; what: string; decidedOn: string; certainty: string; source: string | null };
export type Correction = {
  id: string;
  topic: string;
  text: string;
  source: string | null;
  sentFor: string;
  checkedOn: Date;
};

/** All that national lists, and those who corrected them, say about one area. */
export type NationalFacts = {
  ranks: MobilityRank[];
  awards: FundingAward[];
  programmes: Programme[];
  boards: (Board & { id: number })[];
  rules: BoardRule[];
  corrections: Correction[];
};

/** Several addresses as the reference data has them, with a semicolon between; other text is not a link. */
export const sourceLinks = (source: string | null): string[] =>
  (source ?? "").split(/ ; /).flatMap((part) => part.trim().match(/^https?:\/\/\S+/)?.[0] ?? []);
