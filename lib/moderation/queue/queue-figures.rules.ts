import { countLabel } from "@/lib/numbers";

/** The title of the chart of a backlog: how many cases wait, and how that has changed. */
export function backlogClaim(backlog: readonly { open: number }[]): string {
  const [first, last] = [backlog[0]?.open ?? 0, backlog.at(-1)?.open ?? 0];
  const waiting = last === 0 ? "Nothing is waiting" : `${countLabel(last, "case is", "cases are")} waiting`;
  const since = `${backlog.length - 1} days ago`;
  if (last === first) return `${waiting}, as many as ${since}`;
  return `${waiting}, ${countLabel(Math.abs(last - first), last > first ? "more" : "fewer", last > first ? "more" : "fewer")} than ${since}`;
}

/** A rep's own figures, named. */
export const ownFiguresText = (own: { today: number; week: number; fourWeeks: number; upheld: number }) => [
  { label: "Today", value: own.today },
  { label: "This week", value: own.week },
  { label: "In the last 4 weeks", value: own.fourWeeks },
  { label: "Of these, appeals upheld", value: own.upheld },
];
