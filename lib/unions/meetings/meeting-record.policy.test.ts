import { describe, expect, test } from "vitest";
import { type GrantView, visitor } from "@/lib/people/person.policy";
import { canPrintSlips, canRecordAnyMeeting, canRecordMeeting } from "@/lib/unions/meetings/meeting-record.policy";
import { Role } from "@/prisma/generated/enums";

const here = { leadBodyId: "west-midlands" };
const bodies = ["west-midlands", "black-country", null];
const unions = ["unite", null];
const rows: GrantView[] = Object.values(Role).flatMap((role) =>
  bodies.flatMap((bodyId) => unions.map((unionId) => ({ role, bodyId, unionId }))),
);

describe("every role, with every scope", () => {
  test.each(rows)("$role of $bodyId and $unionId", (grant) => {
    const { role, bodyId, unionId } = grant;
    const person = { ...visitor, accountId: "me", grants: [grant] };
    const isOfUnion = (role === "union_editor" || role === "union_officer") && unionId !== null;
    expect(canRecordMeeting(person, here)).toBe(isOfUnion || (role === "rep" && bodyId === here.leadBodyId));
    expect(canRecordAnyMeeting(person)).toBe(isOfUnion || (role === "rep" && bodyId !== null));
    expect(canRecordMeeting({ ...visitor, grants: [grant] }, here)).toBe(false);
  });
});

test("slips can be printed for a week, unless the record is closed", () => {
  const startedAt = new Date("2026-03-02T10:00:00Z");
  const after = (days: number) => new Date(startedAt.getTime() + days * 86_400_000);
  expect(canPrintSlips({ startedAt, closedAt: null }, after(6.9))).toBe(true);
  expect(canPrintSlips({ startedAt, closedAt: null }, after(7))).toBe(false);
  expect(canPrintSlips({ startedAt, closedAt: after(1) }, after(2))).toBe(false);
});
