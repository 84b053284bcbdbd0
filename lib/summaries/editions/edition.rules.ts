import { latestLondonTime, londonHour } from "@/lib/dates";
import type { CommentState, Phase } from "@/prisma/generated/enums";

/** When editions are made: every morning at `time` (HH:MM in London), or, in the demonstration, every minute. */
export type EditionSchedule = { time: string; everyMinute: boolean };

/** What decides whether an edition of a strategy is due. */
export type EditionFacts = {
  phase: Phase;
  /** When the newest edition was made; null before the first. */
  lastMadeAt: Date | null;
  /** How many people have a comment or reply that is ready, and since when the last of these is; null for none. */
  readyPeople: number;
  lastReadyAt: Date | null;
  /** Whether the next edition would differ from the newest. */
  hasChanges: boolean;
};

/** Comments of so many people at least can be published before the morning. */
const minPeople = 5;
const hour = 60 * 60_000;
const consultedPhases: readonly Phase[] = ["open", "closed", "archived"];

/**
 * Whether an edition is due: every morning, also when nothing changed, so that its being made shows nothing;
 * sooner when comments of at least five different people wait and the last has waited for an hour. That is decided on
 * the hour only: an edition made an hour after the last comment to the minute would say when that comment was ready.
 */
export function isEditionDue(facts: EditionFacts, schedule: EditionSchedule, now: Date): boolean {
  const { phase, lastMadeAt, readyPeople, lastReadyAt, hasChanges } = facts;
  if (schedule.everyMinute) return hasChanges;
  const isConsulted = consultedPhases.includes(phase) || readyPeople > 0;
  if (isConsulted && (lastMadeAt === null || lastMadeAt < latestLondonTime(schedule.time, now))) return true;
  const startOfHour = new Date(Math.floor(now.getTime() / hour) * hour);
  const isLastOldEnough = lastReadyAt !== null && startOfHour.getTime() - lastReadyAt.getTime() >= hour;
  return readyPeople >= minPeople && isLastOldEnough && (lastMadeAt === null || lastMadeAt < startOfHour);
}

/** When everybody sees what is ready now, at the latest, as the end of a sentence: "from tomorrow morning". */
export function whenEveryoneSees({ time, everyMinute }: EditionSchedule, now: Date): string {
  if (everyMinute) return "within a minute";
  return londonHour(now) < hourOf(time) ? `from this ${partOfDay(time)}` : `from tomorrow ${partOfDay(time)}`;
}

const hourOf = (time: string): number => Number(time.split(":")[0]);
const partOfDay = (time: string) => (hourOf(time) < 12 ? "morning" : hourOf(time) < 18 ? "afternoon" : "evening");

/** From when everybody sees what a rep publishes some day, as the end of a sentence: "from the next morning". */
export function whenSeenOncePublished({ time, everyMinute }: EditionSchedule): string {
  return everyMinute ? "within a minute" : `from the next ${partOfDay(time)}`;
}

/** Who can see a comment in this state and from when, as reps read it beside a case; null when nothing is left of it. */
export function visibilityText(state: CommentState, schedule: EditionSchedule, now: Date): string | null {
  const texts: Record<CommentState, string | null> = {
    held: `Only its author and reps can see it. If you publish it now, everyone can see it ${whenEveryoneSees(schedule, now)}.`,
    ready: `It is in the next edition. Everyone can see it ${whenEveryoneSees(schedule, now)}.`,
    published: "Everyone can see it.",
    returned: "Only its author and reps can see it. The author can change it.",
    rejected: "Only its author and reps can see it.",
    removed: "It was public. Now only its author and reps can see it.",
    withdrawn: null,
  };
  return texts[state];
}
