import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { expect, test } from "vitest";

// Every regular expression of ours, against long texts made of what it looks for: none takes more than a blink, so that
// nothing that somebody types can hold the service up. A quadratic one takes seconds here, an exponential one for ever.

const literal = /(?:^|[=(,:!&|?[{};>]|return)\s*(\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*)/gm;

/** Read from our sources, not from tests: what runs where people type. */
const patterns = new Map<string, string>();
for (const folder of ["app", "browser", "components", "lib", "public"]) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!/\.(tsx?|js)$/.test(file) || /\.test\./.test(file)) continue;
    for (const [, source = ""] of readFileSync(file, "utf8").matchAll(literal))
      if (!source.includes("${")) patterns.set(source, file); // a path in a template is none
  }
}

// it holds addresses, which look like patterns
for (const [source, file] of patterns) if (file.includes("openapi.json")) patterns.delete(source);

const length = 30_000;

/** Texts that a pattern could stumble over: its own characters, over and over, and an end that does not fit. */
function attacksOn(source: string): string[] {
  const own = [...new Set(source.replace(/\\[pPuxkdDwWsSbB](\{[^}]*\})?/g, "").replace(/[\\^$*+?()[\]{}|/]/g, ""))];
  const parts = [
    ...own.slice(0, 24),
    "a",
    "1",
    " ",
    "\t",
    "\n",
    "-",
    ".",
    "@",
    "A",
    "é",
    "a ",
    "1 ",
    "a.",
    "a-",
    "a@",
    ". ",
    "0 1",
    "a\n",
  ];
  return parts.flatMap((part) => ["", "\0", "!"].map((end) => part.repeat(length / part.length) + end));
}

test("the sources hold patterns, and the reading finds them", () => {
  expect(patterns.size).toBeGreaterThan(80);
  for (const known of ["/^[A-Za-z0-9_-]{22}$/", "/^\\d{6}$/"]) expect([...patterns.keys()]).toContain(known);
});

test("a pattern that is slow is caught", () => {
  expect(timePattern("/^(a+)+$/")).toBe("slow");
  expect(timePattern("/\\s+$/")).toBe("slow");
});

test("no pattern is slow", () => {
  const slow = [...patterns].filter(([source]) => timePattern(source) === "slow");
  expect(slow.map(([source, file]) => `${file}: ${source}`)).toEqual([]);
}, 300_000);

/**
 * Whether it takes more than a blink with any of the attacks. The engine can be stopped in the middle of a match. The
 * best of three counts, for another process may hold the machine up in one of them.
 */
function timePattern(source: string): "slow" | "fast" {
  const context = createContext({ text: "" });
  const script = new Script(`var p = ${source}; p.lastIndex = 0; p.test(text)`);
  for (const text of attacksOn(source)) {
    context.text = text;
    if ([1, 2, 3].every(() => isTooLong(() => script.runInContext(context, { timeout: 100 })))) return "slow";
  }
  return "fast";
}

function isTooLong(run: () => void): boolean {
  try {
    run();
    return false;
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return true;
    throw error;
  }
}
