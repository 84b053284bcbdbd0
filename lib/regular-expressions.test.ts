import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { expect, test } from "vitest";

// Every regular expression of ours, against long texts made of what it looks for: the time of none
// grows faster than the text, so that nothing that somebody types can hold the service up.

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

type Attack = { part: string; end: string };

/** Texts that a pattern could stumble over: its own characters, over and over, and an end that does not fit. */
function attacksOn(source: string): Attack[] {
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
  return parts.flatMap((part) => ["", "\0", "!"].map((end) => ({ part, end })));
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

/** Whether the time that it takes with any of the attacks grows faster than the text. */
function timePattern(source: string): "slow" | "fast" {
  const context = createContext({ text: "" });
  const script = new Script(`var p = ${source}; p.lastIndex = 0; p.test(text)`);
  // milliseconds of processor; the engine can be stopped in the middle of a match, after `limit` milliseconds of the clock
  const time = ({ part, end }: Attack, letters: number, limit: number) => {
    context.text = part.repeat(letters / part.length) + end;
    const start = process.cpuUsage();
    try {
      script.runInContext(context, { timeout: limit });
      return process.cpuUsage(start).user / 1000;
    } catch (error) {
      if ((error as { code?: string }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return Number.POSITIVE_INFINITY;
      throw error;
    }
  };
  // the shorter of two, each with time enough on a machine that is busy with other programs
  const shortest = (attack: Attack, letters: number) =>
    Math.min(time(attack, letters, 3000), time(attack, letters, 3000));
  const isSlow = (attack: Attack) => {
    if (time(attack, length, 100) < Number.POSITIVE_INFINITY) return false; // nearly all
    const full = shortest(attack, length);
    // with 4 times the text: 4 times as long if it grows with it, 16 times with its square
    return full === Number.POSITIVE_INFINITY || full > 8 * shortest(attack, length / 4);
  };
  return attacksOn(source).some(isSlow) ? "slow" : "fast";
}
