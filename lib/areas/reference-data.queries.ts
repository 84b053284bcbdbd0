import credits from "@/prisma/reference/credits.json";

export type Credits = {
  attribution: string[];
  licences: { name: string; address: string }[];
  datasets: { what: string; year: string; source: string; licence: string; note: string }[];
};

/** Where every table of places, strategies and work came from, under which licence. */
export const getCredits = (): Credits => credits;
