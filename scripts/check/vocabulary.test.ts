import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Finding, findInName, findInSchema, findInSource, findInStyles } from "@/scripts/check/vocabulary";

const wordsOf = (findings: Finding[]) => findings.map(({ line, word }) => `${line} ${word}`);

test("finds a word in an identifier, a comment and a file's name, and names what to write instead", () => {
  const source = "const wasTold = 1;\n/* a deed\n   kept */\nconst text = 'a deed'; // told\n";
  expect(wordsOf(findInSource("lib/a.ts", source))).toEqual(["1 told", "2 deed", "3 kept", "4 told"]);
  expect(wordsOf(findInName("lib/told-author.ts"))).toEqual(["0 told"]);
  expect(findInSource("lib/a.ts", "let deed;")[0]?.use).toContain("action");
});

test("reads JSX, templates and regular expressions as what they are", () => {
  const source =
    "const a = <p title='told'>told {asked /* said */} text</p>;\nconst b = `told $" + "{kept}`; /told/.test(b);\n";
  expect(wordsOf(findInSource("a.tsx", source))).toEqual(["1 asked", "1 said", "2 kept"]);
});

test("leaves strings, what is quoted in a comment, and second looks alone", () => {
  expect(findInSource("a.ts", "const secondLook = 'told'; // the button `keep`, \"told\"")).toEqual([]);
  expect(wordsOf(findInSchema("a.prisma", "deed String // told"))).toEqual(["1 deed", "1 told"]);
  expect(wordsOf(findInSchema("a.sql", "SELECT 'told' AS kept -- said"))).toEqual(["1 kept", "1 said"]);
  expect(wordsOf(findInStyles("a.css", ".told {}\n/* one\n   stands */"))).toEqual(["3 stands"]);
});

test("no source file uses a word that has a standard one", () => {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
    .split("\n")
    .filter((file) => existsSync(file) && !file.startsWith("scripts/check/vocabulary"));
  const findings = files.flatMap((file) => {
    if (/\.(ts|tsx|js|mjs)$/.test(file)) return findInSource(file, readFileSync(file, "utf8"));
    if (/\.(prisma|sql)$/.test(file)) return findInSchema(file, readFileSync(file, "utf8"));
    if (file.endsWith(".css")) return [...findInName(file), ...findInStyles(file, readFileSync(file, "utf8"))];
    return /^(?!prisma\/|docs\/decisions\/).*\.(md|json)$/.test(file) ? findInName(file) : [];
  });
  expect(findings.map(({ file, line, word, use }) => `${file}:${line}: "${word}": write ${use}`)).toEqual([]);
});
