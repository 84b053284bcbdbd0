import { isRepFor, isUnionEditorOf, type Person } from "@/lib/people/person.policy";

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

const slipPrintDays = 7;

/** Slips can be printed until the record is closed, and for a week at most. */
export function canPrintSlips(record: { closedAt: Date | null; startedAt: Date }, now: Date): boolean {
  return record.closedAt === null && now.getTime() - record.startedAt.getTime() < slipPrintDays * 24 * 60 * 60 * 1000;
}
