import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listRoutes } from "@/e2e/permissions/app-routes";
import { entries } from "@/e2e/permissions/entries";
import { permissionsTable } from "@/e2e/permissions/table";

test("e2e/permissions/entries says of every page, route and action who may", () => {
  const found = listRoutes();
  const named = new Set(entries.map(([route]) => route));
  const missing = found.filter((route) => !named.has(route));
  const gone = [...named].filter((route) => !found.includes(route));
  expect(
    { missing, gone },
    "Each page, route and action needs a line in e2e/permissions/entries/ that says who may: `open` for everybody, `only` or `action` for some, `own` for what people do to their own. Add those that are missing, and take out those that are gone.",
  ).toEqual({ missing: [], gone: [] });
});

test("no action hides in a component, where nobody would look for it", () => {
  expect(listRoutes().filter((route) => route.includes("#") && !/\/actions\.ts#/.test(route))).toEqual([]);
});

test("every policy that looks at a person is asked for the table of role × action", () => {
  const source = readFileSync(join("e2e", "permissions", "role-actions.ts"), "utf8");
  const policies = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".policy.ts"),
  );
  const uncovered = policies.filter((file) => {
    const checksPerson = /person: Person|by: Person/.test(readFileSync(join("lib", file), "utf8"));
    return checksPerson && !source.includes(`"@/lib/${file.replaceAll("\\", "/").replace(/\.ts$/, "")}"`);
  });
  expect(uncovered).toEqual([]);
});

test("docs/permissions.md says the same: npx vitest run scripts/check/permissions -u", async () => {
  await expect(permissionsTable()).toMatchFileSnapshot(join(process.cwd(), "docs", "permissions.md"));
});
