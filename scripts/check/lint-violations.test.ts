import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

// The violations stand in a project of their own, under our own settings, and each names on its first line what catches it.
const violationsFolder = join("scripts", "check", "lint-violations");
const copy = mkdtempSync(join(realpathSync(tmpdir()), "lint-violations-"));
afterAll(() => rmSync(copy, { recursive: true }));
cpSync(violationsFolder, copy, { recursive: true });
for (const file of ["biome.json", "tsconfig.json", "package.json"]) cpSync(file, join(copy, file));

const violations = readdirSync(violationsFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(violationsFolder, join(entry.parentPath, entry.name)));
const reported = lint();

describe("the linter catches", () => {
  test.each(violations)("%s", (violation) => {
    const rule = /^\/\/ caught by (\w+)/.exec(readFileSync(join(violationsFolder, violation), "utf8"))?.[1];
    expect(reported.get(violation) ?? []).toContain(rule);
  });
});

/** The rules broken, by file. */
function lint(): Map<string, string[]> {
  const biome = resolve("node_modules/@biomejs/biome/bin/biome");
  const args = ["lint", "--vcs-enabled=false", "--reporter=github", "--max-diagnostics=none"];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: copy, encoding: "utf8" });
  const found = new Map<string, string[]>();
  for (const [, rule = "", file = ""] of stdout.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+)/g)) {
    const violation = relative(copy, file);
    found.set(violation, [...(found.get(violation) ?? []), rule]);
  }
  return found;
}
