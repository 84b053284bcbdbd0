import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { entries } from "@/e2e/may-i/entries";
import { listRoutes } from "@/e2e/may-i/list-routes";
import { tableText } from "@/e2e/may-i/table";

test("e2e/may-i/entries.ts says of every page, route and action who may", () => {
  const found = listRoutes();
  const missing = found.filter((route) => !(route in entries));
  const gone = Object.keys(entries).filter((route) => !found.includes(route));
  expect(
    { missing, gone },
    "Each page, route and action needs a line in e2e/may-i/entries.ts that says who may: `open` for everybody, `only` or `deed` for some. Add those that are missing, and take out those that are gone.",
  ).toEqual({ missing: [], gone: [] });
});

test("no action hides in a component, where nobody would look for it", () => {
  expect(listRoutes().filter((route) => route.includes("#") && !/\/actions\.ts#/.test(route))).toEqual([]);
});

test("every policy that looks at a person is asked for the table of role × deed", () => {
  const asked = readFileSync(join("e2e", "may-i", "role-deeds.ts"), "utf8");
  const policies = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("policy.ts"),
  );
  const unasked = policies.filter((file) => {
    const looksAtGrants = /person: Person|by: Person/.test(readFileSync(join("lib", file), "utf8"));
    return looksAtGrants && !asked.includes(`"@/lib/${file.replaceAll("\\", "/").replace(/\.ts$/, "")}"`);
  });
  expect(unasked).toEqual([]);
});

/** What is bound to each action before its state and form; in the action's words it is called BOUND. */
function listBound(): { name: string; body: string }[] {
  const actions = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => /actions\.ts$/.test(file));
  return actions.flatMap((file) => {
    const [, ...bodies] = readFileSync(join("app", file), "utf8").split(/^(?=export async function )/m);
    return bodies.flatMap((text) => {
      const [, action = "", given = ""] = /^export async function (\w+)\(([\s\S]*?)\): Promise/.exec(text) ?? [];
      const bound = [...given.matchAll(/(\w+): (?:string|number)(?=,|$)/g)].map(([, name = ""]) => name);
      const named = (name: string) => text.replaceAll(new RegExp(`\\b${name}\\b`, "g"), "BOUND");
      return bound.map((name) => ({ name: `${file}#${action}: ${name}`, body: named(name) }));
    });
  });
}

test("what is bound to an action is the browser's to change: each looks at it before it uses it", () => {
  // where to go on to is looked at where it is used (localPath), and goes to nobody else
  const all = listBound().filter(({ name }) => !name.endsWith(": to"));
  expect(all.length).toBeGreaterThan(40);
  const looks = /isId\(BOUND\)|Number\.isInteger\(BOUND\)|String\(BOUND\)/;
  expect(all.filter(({ body }) => !looks.test(body)).map(({ name }) => name)).toEqual([]);
});

test("docs/may-i.md says the same: npx vitest run scripts/check/may-i -u", async () => {
  await expect(tableText()).toMatchFileSnapshot(join(process.cwd(), "docs", "may-i.md"));
});
