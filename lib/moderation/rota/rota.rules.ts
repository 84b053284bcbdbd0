import { addDays, dateOfDay, isoDay, startOfWeek } from "@/lib/dates";

/** Weeks of a rota that are shown, from the current one. */
export const weeksShown = 6;

/** The Mondays of the weeks that are shown, at 00:00 UTC. */
export const weeksFrom = (now: Date): Date[] =>
  Array.from({ length: weeksShown }, (_, n) => dateOfDay(addDays(isoDay(startOfWeek(now)), n * 7)));
