const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const numberFormat = new Intl.NumberFormat("en-GB");

/** 3 June 2019 */
export const formatDay = (day: Date) => dayFormat.format(day);

/** 5,753 */
export const formatNumber = (n: number) => numberFormat.format(n);

/** "1 comment", "2 comments" */
export const countLabel = (n: number, one: string, many = `${one}s`) => `${formatNumber(n)} ${n === 1 ? one : many}`;

/** The Monday, 00:00 UTC, of a moment's week: the only date that is public about a comment. */
export function startOfWeek(moment: Date): Date {
  const monday = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()));
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
  return monday;
}
