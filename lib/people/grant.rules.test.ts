import { expect, test } from "vitest";
import { roleNames, shortageText, staffingOf, whyCannotEndGrant } from "@/lib/people/grant.rules";
import { Role } from "@/prisma/generated/enums";

const reps = (...unions: (string | null)[]) => unions.map((unionId, i) => ({ accountId: `a${i}`, unionId }));

test.each([
  [reps(), 0, 0, "3 more reps, and 2 more unions"],
  [reps("unison"), 1, 1, "2 more reps, and 1 more union"],
  [reps("unison", "gmb"), 2, 2, "1 more rep"],
  [reps("unison", "unison", "unison", "unison"), 4, 1, "1 more union"],
  [reps("unison", "unison", null), 3, 1, "1 more union"],
  [reps("unison", "unison", "gmb"), 3, 2, ""],
])("an area with the reps %j has %i of %i unions and lacks: %s", (list, count, unions, lacks) => {
  const staffing = staffingOf(list);
  expect(staffing).toEqual({ reps: count, unions, isEnough: lacks === "" });
  expect(shortageText(staffing)).toBe(lacks);
});

test("somebody who is a rep for two unions is one rep", () => {
  const both = ["unison", "gmb"].map((unionId) => ({ accountId: "a", unionId }));
  expect(staffingOf(both)).toEqual({ reps: 1, unions: 2, isEnough: false });
});

test("only the last admin's role cannot be ended, nor the last one without an end date", () => {
  const lastDay = new Date("2027-03-31");
  const open = { id: "a", lastDay: null };
  const limited = { id: "b", lastDay };
  const admin = (grant: typeof open | typeof limited) => ({ ...grant, role: "admin" as const });
  expect(whyCannotEndGrant(admin(open), [open])).toMatch(/only admin/);
  expect(whyCannotEndGrant(admin(limited), [limited])).toMatch(/only admin/);
  expect(whyCannotEndGrant(admin(open), [open, limited])).toMatch(/have an end date/);
  expect(whyCannotEndGrant(admin(limited), [open, limited])).toBeNull();
  expect(whyCannotEndGrant(admin(open), [open, limited, { id: "c", lastDay: null }])).toBeNull();
  expect(whyCannotEndGrant(admin(limited), [limited, { id: "c", lastDay }])).toBeNull();
  for (const role of Object.values(Role).filter((one) => one !== "admin"))
    expect(whyCannotEndGrant({ ...open, role }, [])).toBeNull();
});

test("every role has a name", () => {
  expect(Object.keys(roleNames).toSorted()).toEqual(Object.values(Role).toSorted());
});
