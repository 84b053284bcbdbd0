import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

// The plants stand in a house of their own, under our own settings, and each names on its first line what catches it.
const plantsFolder = join("scripts", "check", "lint-violations");
const house = mkdtempSync(join(realpathSync(tmpdir()), "lint-violations-"));
afterAll(() => rmSync(house, { recursive: true }));
cpSync(plantsFolder, house, { recursive: true });
for (const file of ["biome.json", "tsconfig.json", "package.json"]) cpSync(file, join(house, file));

const plants = readdirSync(plantsFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(plantsFolder, join(entry.parentPath, entry.name)));
const caught = lint();

describe("the linter catches", () => {
  test.each(plants)("%s", (plant) => {
    const rule = /^\/\/ caught by (\w+)/.exec(readFileSync(join(plantsFolder, plant), "utf8"))?.[1];
    expect(caught.get(plant) ?? []).toContain(rule);
  });
});

/** The rules broken, by file. */
function lint(): Map<string, string[]> {
  const biome = resolve("node_modules/@biomejs/biome/bin/biome");
  const words = ["lint", "--vcs-enabled=false", "--reporter=github", "--max-diagnostics=none"];
  const { stdout } = spawnSync(process.execPath, [biome, ...words], { cwd: house, encoding: "utf8" });
  const found = new Map<string, string[]>();
  for (const [, rule = "", file = ""] of stdout.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+)/g)) {
    const plant = relative(house, file);
    found.set(plant, [...(found.get(plant) ?? []), rule]);
  }
  return found;
}
