import { expect, test } from "vitest";
import { canChooseMode } from "@/lib/moderation/modes/mode.policy";
import { type GrantView, visitor } from "@/lib/people/person.policy";

const strategy = { leadBodyId: "kent", unionIds: ["unison", "gmb"] };
const grant = (role: GrantView["role"], bodyId: string | null, unionId: string | null) => ({ role, bodyId, unionId });
const grants = {
  admin: grant("admin", null, null),
  "officer of the lead body": grant("officer", "kent", null),
  "officer of another body": grant("officer", "dorset", null),
  "rep of the area": grant("rep", "kent", "unison"),
  "union officer": grant("union_officer", null, "gmb"),
  "officer of a union without reps there": grant("union_officer", null, "unite"),
  "union editor": grant("union_editor", null, "gmb"),
};
const names = Object.keys(grants) as (keyof typeof grants)[];

test("union officers and admins choose, and nobody who is an officer of the lead body as well", () => {
  for (let chosen = 0; chosen < 1 << names.length; chosen++) {
    const held = names.filter((_, i) => chosen & (1 << i));
    const person = { ...visitor, accountId: "somebody", grants: held.map((name) => grants[name]) };
    const expected =
      !held.includes("officer of the lead body") && (held.includes("admin") || held.includes("union officer"));
    expect(canChooseMode(person, strategy), held.join(", ")).toBe(expected);
  }
});
