import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const page = readFileSync(join("docs", "asvs.md"), "utf8");
const [table = "", rest = ""] = page.split("## What does not apply");
const rows = [...table.matchAll(/^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, no = "", , shown = ""]) => ({ no, shown }),
);

test("every requirement of levels 1 and 2 is there once: 70 and 183", () => {
  const all = [...rows.map(({ no }) => no), ...(rest.match(/\b\d+\.\d+\.\d+\b/g) ?? [])];
  expect(all.filter((no, at) => all.indexOf(no) !== at)).toEqual([]);
  expect(all).toHaveLength(70 + 183);
});

test("each row names what shows it, or says that nothing does; what it names exists", () => {
  for (const { no, shown } of rows) {
    expect(shown, no).toMatch(/`|by reading|operator|gap|does not arise/);
    for (const [, file = ""] of shown.matchAll(/`([^`]+\/[^`]+\.[a-z]+)`/g))
      expect(existsSync(file), `${no}: ${file}`).toBe(true);
    if (!/`[^`]+\.test\.ts`|`[^`]+\.spec\.ts`/.test(shown))
      expect(shown, no).toMatch(/by reading|operator|gap|does not arise|listed/);
  }
  for (const [, file = ""] of page.matchAll(/\]\(([^)]+)\)/g)) expect(existsSync(join("docs", file)), file).toBe(true);
});
