import { formatDay } from "@/lib/dates";
import { isRepFor, isUnionEditorOf, type Person } from "@/lib/people/person.policy";
import { whyCannotComment } from "@/lib/strategies/strategy.policy";
import type { Phase } from "@/prisma/generated/enums";

/** Reps of the strategy's lead body, and editors and officers of any union, record comments made at meetings. */
export function canRecordMeeting(person: Person, strategy: { leadBodyId: string }): boolean {
  if (person.accountId === null) return false;
  return isRepFor(person, strategy.leadBodyId) || isUnionEditor(person);
}

/** Whether the person may record meetings for at least one strategy. */
export const canRecordAnyMeeting = (person: Person): boolean =>
  person.accountId !== null &&
  (isUnionEditor(person) || person.grants.some(({ role, bodyId }) => role === "rep" && bodyId !== null));

const isUnionEditor = (person: Person) =>
  person.grants.some(({ unionId }) => unionId !== null && isUnionEditorOf(person, unionId));

/** How long after its start the slips of a record can be printed, in milliseconds. */
export const slipPrintPeriod = 7 * 24 * 60 * 60 * 1000;

/** Slips can be printed until the record is closed, and for a week at most. */
export function canPrintSlips(record: { closedAt: Date | null; startedAt: Date }, now: Date): boolean {
  return record.closedAt === null && now.getTime() - record.startedAt.getTime() < slipPrintPeriod;
}

/** For so many days after a strategy has closed, comments that people made before that can be recorded. */
const graceDays = 14;

type Closing = { phase: Phase; closesAt: Date | null };

/** When recording ends for a strategy that has closed; null for one without a closing day. */
export const recordingEndsAt = ({ closesAt }: Pick<Closing, "closesAt">): Date | null =>
  closesAt && new Date(closesAt.getTime() + graceDays * 24 * 60 * 60 * 1000);

/** Whether the strategy has closed, and only comments from before that can still be recorded. */
export function isInRecordingGrace(strategy: Closing, now: Date): boolean {
  const end = recordingEndsAt(strategy);
  const isClosing = strategy.phase === "open" || strategy.phase === "closed";
  return isClosing && end !== null && whyCannotComment(strategy, now) !== null && now < end;
}

/** Why comments of a meeting cannot be recorded now; null when they can. */
export function whyCannotRecord(strategy: Closing, now: Date): string | null {
  const closed = whyCannotComment(strategy, now);
  if (closed === null || isInRecordingGrace(strategy, now)) return null;
  const end = recordingEndsAt(strategy);
  if ((strategy.phase !== "open" && strategy.phase !== "closed") || !end || !strategy.closesAt) return closed;
  return `This strategy closed on ${formatDay(strategy.closesAt)}. You could record earlier comments until ${formatDay(end)}.`;
}
