import { startOfWeek } from "@/lib/dates";

const day = 24 * 60 * 60_000;
/** So many weeks of a rota are shown, this one first. */
export const weeksShown = 6;

/** 00:00 UTC of a moment's day. */
export const dayOf = (moment: Date): Date => new Date(Math.floor(moment.getTime() / day) * day);

/** The Mondays of the weeks that are shown. */
export const weeksFrom = (now: Date): Date[] =>
  Array.from({ length: weeksShown }, (_, n) => new Date(startOfWeek(now).getTime() + n * 7 * day));

/** "2026-11-25": how a form writes a day. */
export const toIsoDate = (moment: Date): string => moment.toISOString().slice(0, 10);

/** A day as it is typed; null when there is no such day. */
export function parseIsoDate(value: string): Date | null {
  const found = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return found && !Number.isNaN(found.getTime()) && toIsoDate(found) === value ? found : null;
}
