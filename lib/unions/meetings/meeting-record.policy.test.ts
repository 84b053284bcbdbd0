import { describe, expect, test } from "vitest";
import { type GrantView, visitor } from "@/lib/people/person.policy";
import {
  canPrintSlips,
  canRecordAnyMeeting,
  canRecordMeeting,
  isInRecordingGrace,
  whyCannotRecord,
} from "@/lib/unions/meetings/meeting-record.policy";
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

describe("after a strategy has closed, what was said before it can be recorded for 14 days", () => {
  const closesAt = new Date("2026-06-30T22:59:59Z");
  const daysAfter = (days: number) => new Date(closesAt.getTime() + days * 86_400_000);
  test.each([
    ["open", -1, null, false],
    ["open", 0, null, true],
    ["closed", 0, null, true],
    ["closed", 13.9, null, true],
    ["closed", 14, /closed on 30 June 2026. .* until 14 July 2026/, false],
    ["archived", 1, /read-only/, false],
    ["draft", -1, /not open/, false],
  ] as const)("%s, %s days after", (phase, days, refusal, isGrace) => {
    const strategy = { phase, closesAt };
    const reason = whyCannotRecord(strategy, daysAfter(days));
    if (refusal) expect(reason).toMatch(refusal);
    else expect(reason).toBeNull();
    expect(isInRecordingGrace(strategy, daysAfter(days))).toBe(isGrace);
  });

  test("a strategy without a closing day has no grace", () => {
    expect(isInRecordingGrace({ phase: "closed", closesAt: null }, daysAfter(0))).toBe(false);
    expect(whyCannotRecord({ phase: "closed", closesAt: null }, daysAfter(0))).not.toBeNull();
  });
});
