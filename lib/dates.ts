// People read times in Europe/London; the database stores moments in UTC, and days and weeks as dates, which Prisma gives
// as 00:00 UTC. The London day of 00:00 UTC is the same day in winter and summer, so these functions take both.

const timeZone = "Europe/London";
const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone });
const shortDayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone });
const monthFormat = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone });
const timeFormat = new Intl.DateTimeFormat("en-GB", { hour: "numeric", minute: "2-digit", hourCycle: "h12", timeZone });
const isoDayFormat = new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", timeZone });
const clockFormat = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone });

const msPerDay = 24 * 60 * 60_000;

/** 3 June 2019 */
export const formatDay = (moment: Date) => dayFormat.format(moment);

/** 3 Jun */
export const formatShortDay = (moment: Date) => shortDayFormat.format(moment);

/** June 2019 */
export const formatMonth = (moment: Date) => monthFormat.format(moment);

/** 11:59pm on 30 June 2027 */
export const formatMoment = (moment: Date) =>
  `${timeFormat.format(moment).replace(/\s/g, "").toLowerCase()} on ${formatDay(moment)}`;

let lastHour: { hour: number; day: string } | undefined;

/** The London day of a moment: 2026-11-24. Formatting takes long, and a day begins on the hour in UTC too. */
export function isoDay(moment: Date): string {
  const hour = Math.floor(moment.getTime() / (60 * 60_000));
  if (lastHour?.hour !== hour) lastHour = { hour, day: isoDayFormat.format(moment) };
  return lastHour.day;
}

/** Whether a text is a day that exists, as YYYY-MM-DD; false for 2027-02-30. Years from 1900 to 2199. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** A day, YYYY-MM-DD, as the database stores it: 00:00 UTC. */
export const dateOfDay = (day: string) => new Date(`${day}T00:00:00Z`);

/** The London day of a moment, as the database stores it: 00:00 UTC. */
export const dateOf = (moment: Date) => dateOfDay(isoDay(moment));

/** The day so many days after a day, both YYYY-MM-DD. */
export const addDays = (day: string, days: number) => isoDay(new Date(dateOfDay(day).getTime() + days * msPerDay));

/** The moment at which a day, YYYY-MM-DD, begins in London. */
export const startOfDay = (day: string) => londonMoment(day, "00:00:00");

/** The last second of a day, YYYY-MM-DD, in London: what is open until a day closes then. */
export const endOfDay = (day: string) => londonMoment(day, "23:59:59");

/** The moment at which a London clock shows a time. Not for the hour from 1 to 2 am, which the clocks skip or repeat. */
function londonMoment(day: string, time: string): Date {
  const asUtc = new Date(`${day}T${time}Z`);
  const clockTime = new Date(`${clockFormat.format(asUtc).replace(" ", "T")}Z`);
  return new Date(asUtc.getTime() * 2 - clockTime.getTime());
}

/** The hour that a London clock shows, 0 to 23. */
export const londonHour = (moment: Date): number => Number(clockFormat.format(moment).slice(11, 13));

/** The last moment, `now` at the latest, at which a London clock showed a time (HH:MM, not from 01:00 to 01:59). */
export function latestLondonTime(time: string, now: Date): Date {
  const today = isoDay(now);
  const moment = londonMoment(today, `${time}:00`);
  return moment <= now ? moment : londonMoment(addDays(today, -1), `${time}:00`);
}

/** The Monday of a moment's week in London, at 00:00 UTC: the only date that is public about a comment. */
export function startOfWeek(moment: Date): Date {
  const date = dateOf(moment);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date;
}

/**
 * How far the clocks of two of our machines may differ, in milliseconds. A time further in the future was written while a
 * clock was wrong, and counts as past.
 */
export const maxClockSkew = 5 * 60_000;
