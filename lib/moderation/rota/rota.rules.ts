import { startOfWeek } from "@/lib/dates";

const day = 24 * 60 * 60_000;
/** Weeks of a rota that are shown, from the current one. */
export const weeksShown = 6;

/** The day of a moment, at 00:00 UTC. */
export const dayOf = (moment: Date): Date => new Date(Math.floor(moment.getTime() / day) * day);

/** The Mondays of the weeks that are shown, at 00:00 UTC. */
export const weeksFrom = (now: Date): Date[] =>
  Array.from({ length: weeksShown }, (_, n) => new Date(startOfWeek(now).getTime() + n * 7 * day));

/** The day of a moment in UTC, as YYYY-MM-DD. */
export const toIsoDate = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Parses YYYY-MM-DD to 00:00 UTC; null when there is no such day. */
export function parseIsoDate(value: string): Date | null {
  const found = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return found && !Number.isNaN(found.getTime()) && toIsoDate(found) === value ? found : null;
}
