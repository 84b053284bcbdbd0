import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

// Planted violations, linted in a project of their own under our settings. The first line of each names what catches it: a
// rule of Biome, or the message of a plugin in scripts/check/lint.
const violationsFolder = join("scripts", "check", "lint-violations");
const copy = mkdtempSync(join(realpathSync(tmpdir()), "lint-violations-"));
afterAll(() => rmSync(copy, { recursive: true }));
cpSync(violationsFolder, copy, { recursive: true });
for (const file of ["biome.json", "tsconfig.json", "package.json", join("scripts", "check", "lint")])
  cpSync(file, join(copy, file), { recursive: true });

const violations = readdirSync(violationsFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(violationsFolder, join(entry.parentPath, entry.name)));
const reported = lint();

describe("the linter catches", () => {
  test.each(violations)("%s", (violation) => {
    const [, rule, message = ""] =
      /^\/\/ caught by (\w+)(?:: (.*))?/.exec(readFileSync(join(violationsFolder, violation), "utf8")) ?? [];
    const caught = (reported.get(violation) ?? []).some(
      (found) => found.rule === rule && found.message.startsWith(message),
    );
    expect(caught, JSON.stringify(reported.get(violation))).toBe(true);
  });
});

/** What the linter reports, by file. */
function lint(): Map<string, { rule: string; message: string }[]> {
  const biome = resolve("node_modules/@biomejs/biome/bin/biome");
  const args = ["lint", "--vcs-enabled=false", "--reporter=github", "--max-diagnostics=none"];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: copy, encoding: "utf8" });
  const found = new Map<string, { rule: string; message: string }[]>();
  const diagnostic = /title=(?:lint\/\w+\/)?(\w+),file=([^,]+)[^:]*::(.*)/g;
  for (const [, rule = "", file = "", message = ""] of stdout.matchAll(diagnostic)) {
    const violation = relative(copy, file);
    found.set(violation, [...(found.get(violation) ?? []), { rule, message }]);
  }
  return found;
}
