import { isRepFor, isUnionEditorOf, type Person } from "@/lib/people/person.policy";

/** Who brings in what was said at meetings: a rep of the strategy's lead body, and every union's editors and officers. */
export function canRecordMeeting(person: Person, strategy: { leadBodyId: string }): boolean {
  if (person.accountId === null) return false;
  return isRepFor(person, strategy.leadBodyId) || isUnionEditor(person);
}

/** Whether there is any strategy for which they may. */
export const canRecordAnyMeeting = (person: Person): boolean =>
  person.accountId !== null &&
  (isUnionEditor(person) || person.grants.some(({ role, bodyId }) => role === "rep" && bodyId !== null));

const isUnionEditor = (person: Person) =>
  person.grants.some(({ unionId }) => unionId !== null && isUnionEditorOf(person, unionId));

const slipPrintDays = 7;

/** Whether its slips can still be printed: until the taker closes it, and for a week at most. */
export function canPrintSlips(record: { closedAt: Date | null; startedAt: Date }, now: Date): boolean {
  return record.closedAt === null && now.getTime() - record.startedAt.getTime() < slipPrintDays * 24 * 60 * 60 * 1000;
}
