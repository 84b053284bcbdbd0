import { expect, test } from "vitest";
import type { Access } from "@/lib/routes";
import { isOfGroups, type RouteVisitor } from "@/lib/server/route-access";

const groups: Access[] = ["public", "session", "participant", "account", "staff", "rep", "union", "officer", "admin"];
const everybody = groups.slice(0, 4);

test.each<[string, RouteVisitor, Access[]]>([
  ["a receipt", { roles: [], hasAccount: false }, ["public", "session", "participant"]],
  ["an account without a role", { roles: [], hasAccount: true }, everybody],
  ["a rep", { roles: ["rep"], hasAccount: true }, [...everybody, "staff", "rep"]],
  ["an officer of a union", { roles: ["union_officer"], hasAccount: true }, [...everybody, "staff", "union"]],
  ["an editor of a union", { roles: ["union_editor"], hasAccount: true }, [...everybody, "staff", "union"]],
  ["an officer of a lead body", { roles: ["officer"], hasAccount: true }, [...everybody, "staff", "officer"]],
  ["an admin", { roles: ["admin"], hasAccount: true }, [...everybody, "staff", "admin"]],
])("%s is of these groups, and of no other", (_, visitor, own) => {
  expect(groups.filter((group) => isOfGroups(visitor, group))).toEqual(own);
});

test("of several groups one is enough", () => {
  expect(isOfGroups({ roles: ["rep"], hasAccount: true }, ["union", "rep"])).toBe(true);
  expect(isOfGroups({ roles: ["officer"], hasAccount: true }, ["union", "rep"])).toBe(false);
});
