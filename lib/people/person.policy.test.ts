import { describe, expect, test } from "vitest";
import {
  canGrant,
  type GrantView,
  isAdmin,
  isOfficerOf,
  isRepFor,
  isSignedIn,
  isStaff,
  isUnionEditorOf,
  isUnionOfficerOf,
  needsReceipt,
  type Person,
  rolesOf,
  visitor,
} from "@/lib/people/person.policy";

const holder = (...grants: GrantView[]): Person => ({ ...visitor, accountId: "a", grants });
const rep = holder({ role: "rep", bodyId: "west-midlands", unionId: "unite" });
const officer = holder({ role: "officer", bodyId: "west-midlands", unionId: null });
const unionOfficer = holder({ role: "union_officer", bodyId: "west-midlands", unionId: "unite" });
const editor = holder({ role: "union_editor", bodyId: null, unionId: "unite" });
const admin = holder({ role: "admin", bodyId: null, unionId: null });
const scopeless = holder(
  { role: "rep", bodyId: null, unionId: null },
  { role: "officer", bodyId: null, unionId: null },
);
const unknown = holder({ role: "owner" as "rep", bodyId: "west-midlands", unionId: "unite" });
const participant: Person = { ...visitor, participantId: "p", participantStrategyId: "west-midlands" };

const checks: [string, (person: Person) => boolean][] = [
  ["rep here", (person) => isRepFor(person, "west-midlands")],
  ["rep elsewhere", (person) => isRepFor(person, "cornwall-scilly")],
  ["officer here", (person) => isOfficerOf(person, "west-midlands")],
  ["officer elsewhere", (person) => isOfficerOf(person, "cornwall-scilly")],
  ["union officer", (person) => isUnionOfficerOf(person, "unite")],
  ["union officer of another", (person) => isUnionOfficerOf(person, "gmb")],
  ["union editor", (person) => isUnionEditorOf(person, "unite")],
  ["admin", isAdmin],
  ["grant", canGrant],
  ["staff", isStaff],
  ["signed in", isSignedIn],
];

const table: [string, Person, string[]][] = [
  ["visitor", visitor, []],
  ["participant", participant, ["signed in"]],
  ["account without a role", holder(), ["signed in"]],
  ["rep", rep, ["rep here", "staff", "signed in"]],
  ["officer", officer, ["officer here", "staff", "signed in"]],
  ["union officer", unionOfficer, ["union officer", "union editor", "staff", "signed in"]],
  ["union editor", editor, ["union editor", "staff", "signed in"]],
  ["admin", admin, ["admin", "grant", "staff", "signed in"]],
  ["role without a scope", scopeless, ["staff", "signed in"]],
  ["unknown role", unknown, ["staff", "signed in"]],
];

describe("permissions of each role, and their scope", () => {
  test.each(table)("%s", (_name, person, expected) => {
    expect(checks.filter(([, may]) => may(person)).map(([name]) => name)).toEqual(expected);
  });
});

test("the operator may grant roles", () => expect(canGrant("system")).toBe(true));

test("a role that somebody holds twice is listed once", () => {
  const two: GrantView[] = [...rep.grants, { role: "rep", bodyId: "cornwall-scilly", unionId: "unite" }];
  expect(rolesOf(holder(...two))).toEqual(["rep"]);
});

test("a receipt is required where neither account nor session identifies the participant", () => {
  expect(needsReceipt(visitor, "west-midlands")).toBe(true);
  expect(needsReceipt(participant, "west-midlands")).toBe(false);
  expect(needsReceipt(participant, "cornwall-scilly")).toBe(true);
  expect(needsReceipt(holder(), "west-midlands")).toBe(false);
});
