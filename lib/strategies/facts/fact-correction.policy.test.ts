import { expect, test } from "vitest";
import { type GrantView, visitor } from "@/lib/people/person.policy";
import { canCheckFacts, correctsFor } from "@/lib/strategies/facts/fact-correction.policy";
import { Role } from "@/prisma/generated/enums";

const grantOf = (role: Role): GrantView => ({
  role,
  bodyId: role === "officer" || role === "rep" ? "cumbria" : null,
  unionId: role === "rep" || role.startsWith("union") ? "unison" : null,
});
const person = (...grants: GrantView[]) => ({ ...visitor, accountId: "somebody", grants });

test.each(Object.values(Role))("%s", (role) => {
  const sender = { officer: { bodyId: "cumbria" }, admin: null }[role as "officer" | "admin"];
  const expected = role === "officer" || role === "admin" ? sender : { unionId: "unison" };
  expect(correctsFor(person(grantOf(role)), ["cumbria"])).toEqual(expected);
  expect(canCheckFacts(person(grantOf(role)))).toBe(role === "admin");
});

test("visitors and participants correct nothing", () => {
  expect(correctsFor(visitor, ["cumbria"])).toBeNull();
  expect(correctsFor(person(), ["cumbria"])).toBeNull();
  expect(canCheckFacts(visitor)).toBe(false);
});

test("an officer of several bodies speaks for the area's own", () => {
  const both = person({ role: "officer", bodyId: "dorset", unionId: null }, grantOf("officer"));
  expect(correctsFor(both, ["cumbria"])).toEqual({ bodyId: "cumbria" });
  expect(correctsFor(both, ["solent"])).toEqual({ bodyId: "dorset" });
});
