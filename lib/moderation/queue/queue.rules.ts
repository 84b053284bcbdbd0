import type { QueueAge, QueueSort, QueueState } from "@/lib/moderation/queue/queue-filter.schema";
import { countLabel, formatNumber } from "@/lib/numbers";
import type { CaseKind, CaseLane, ModerationAction } from "@/prisma/generated/enums";

/** Larger counts are not exact. */
export const maxExactCount = 100;

/** "7", or "more than 100". */
export const countText = (count: number): string =>
  count > maxExactCount ? `more than ${formatNumber(maxExactCount)}` : formatNumber(count);

/** `places`: a district and kind of work with `burstSize` new people or more this week; `people`: the most in one. */
export type Burst = { places: number; people: number };

/** Half of the ten people that a count of a release needs: see docs/decisions/0158. */
export const burstSize = 5;

/** What reps read about a burst; null if there is none. */
export function burstText({ places, people }: Burst): string | null {
  if (places === 0) return null;
  const most = `${countLabel(people, "new person", "new people")} gave the same district and kind of work this week`;
  return places === 1 ? `${most}.` : `${most}, and there are ${formatNumber(places - 1)} more such places.`;
}

/** The names of the kinds of case, for reps. */
export const caseKindLabels: Record<CaseKind, string> = {
  pre_moderation: "New comments",
  check: "Published, to check",
  report: "Reported",
  illegal: "Reported as illegal",
  appeal: "Appeals",
  sanction_appeal: "Appeals against a sanction",
  second_look: "Second looks",
};

/** The headings of the queue's lanes, for reps. */
export const caseLaneTitles: Record<CaseLane, string> = {
  illegal: "Reported as illegal",
  danger: "Somebody may be in danger",
  ordinary: "Other cases",
};

export const queueAgeLabels: Record<QueueAge, string> = {
  late: "Late",
  today: "Due within 24 hours",
  day: "Waiting for over a day",
  "three-days": "Waiting for over 3 days",
};

export const queueStateLabels: Record<QueueState, string> = {
  free: "Nobody is reading it",
  mine: "I am holding it",
  passed: "Passed to me or my union",
  decided: "Decided by me",
};

export const queueSortLabels: Record<QueueSort, string> = {
  urgent: "Most urgent first",
  oldest: "Oldest first",
  newest: "Newest first",
};

/** The time to a deadline, as text: "2 days left", "40 minutes late". `isSoon`: less than 12 hours. */
export function timeLeft(dueAt: Date, now: Date): { timeLeftText: string; isLate: boolean; isSoon: boolean } {
  const minutes = Math.round((dueAt.getTime() - now.getTime()) / 60_000);
  const timeLeftText = `${durationText(Math.abs(minutes))} ${minutes < 0 ? "late" : "left"}`;
  return { timeLeftText, isLate: minutes < 0, isSoon: minutes >= 0 && minutes < 12 * 60 };
}

/** The age of a case, as text: "came 2 days ago". */
export function ageText(openedAt: Date, now: Date): string {
  const minutes = Math.round((now.getTime() - openedAt.getTime()) / 60_000);
  return minutes < 1 ? "just arrived" : `arrived ${durationText(minutes)} ago`;
}

function durationText(minutes: number): string {
  if (minutes < 90) return countLabel(minutes, "minute");
  return minutes < 36 * 60
    ? countLabel(Math.round(minutes / 60), "hour")
    : countLabel(Math.round(minutes / 1440), "day");
}

/**
 * The index to focus after a row was removed: the next remaining row, else the one after the last remaining row before
 * it.
 */
export function nextFocusIndex(removedId: string, before: readonly string[], now: readonly string[]): number {
  const at = before.indexOf(removedId);
  const next = before.slice(at + 1).find((id) => now.includes(id));
  if (next !== undefined) return now.indexOf(next);
  const last = before.slice(0, Math.max(0, at)).findLast((id) => now.includes(id));
  return last === undefined ? 0 : Math.min(now.indexOf(last) + 1, now.length - 1);
}

/** Whether a case can be published from the list: only when the list shows its full text. */
export const canPublishFromList = (row: {
  actions: readonly ModerationAction[];
  isDistressing: boolean;
  isCut: boolean;
}): boolean => row.actions.includes("publish") && !row.isDistressing && !row.isCut;

/** "7 cases are waiting in your area." */
export function waitingText(counts: readonly { count: number }[]): string {
  const waiting = counts.reduce((sum, { count }) => sum + count, 0);
  const text = countText(counts.some(({ count }) => count > maxExactCount) ? maxExactCount + 1 : waiting);
  if (waiting === 0) return "There are no cases waiting in your area.";
  return `${text.replace(/^m/, "M")} ${waiting === 1 ? "case is waiting" : "cases are waiting"} in your area.`;
}
