import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { headResultText } from "@/lib/audit/saved-head.rules";
import { parseSavedHeads } from "@/lib/audit/saved-head.schema";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import type { Person } from "@/lib/people/person.policy";
import { createTestDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy, publishDecision, sendHeldComment } from "@/scripts/test/factories";

// The key that signs the record's heads is changed twice, as an operator does it, by a file and by the environment. What
// was signed and saved before each change is still checked: by `ops verify`, by the file of heads and by what the page calls.
const database = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "record-key-"));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});
const slug = "cornwall-scilly";
const run = promisify(execFile);

/** Runs a command as an operator with these settings. @returns what it prints, also when it fails */
async function runOps(settings: Record<string, string>, ...args: string[]): Promise<{ output: string; code: number }> {
  const command = run(process.execPath, ["--import", "tsx", "scripts/ops.ts", ...args], {
    env: { ...process.env, ...settings },
  });
  return command.then(
    ({ stdout }) => ({ output: stdout, code: 0 }),
    ({ stdout, stderr, code }) => ({ output: `${stdout}${stderr}`, code }),
  );
}

/** `ops record-key` under the earlier settings. @returns the settings that it prints */
async function changeKey(earlier: Record<string, string>, name: string): Promise<Record<string, string>> {
  const { output } = await runOps(earlier, "record-key", join(folder, name));
  return Object.fromEntries(
    output
      .split("\n")
      .flatMap((line) => [...line.matchAll(/^(\w+)=(.*)$/g)].map(([, key = "", value = ""]) => [key, value])),
  );
}

let rep: Person;

/** A decision, and an edition under these settings, which signs the new end of the record. */
async function decideAndSign(settings: Record<string, string>): Promise<void> {
  const { caseId } = await sendHeldComment(slug);
  await decideCase(rep, caseId, publishDecision);
  expect((await runOps(settings, "edition", slug)).output).toContain("Made edition");
}

let settings: Record<string, string> = {};
let saved = "";

beforeAll(async () => {
  await openStrategy(slug);
  rep = await makeRep(slug);
  const first = await changeKey({}, "first");
  await decideAndSign(first);
  saved = await readHeads();
  const second = await changeKey(first, "second");
  await decideAndSign(second);
  const { RECORD_KEY_FILE = "", RECORD_PUBLIC_KEYS = "" } = await changeKey(second, "third");
  settings = { RECORD_KEY: privateKeyIn(RECORD_KEY_FILE), RECORD_PUBLIC_KEYS };
  await decideAndSign(settings);
}, 120_000);

const privateKeyIn = (file: string) => /^att-record-key-.*$/m.exec(readFileSync(file, "utf8"))?.[0] ?? "";

/** The file of heads, as the service with these settings answers it. */
async function readHeads(): Promise<string> {
  vi.resetModules();
  for (const name of ["RECORD_KEY", "RECORD_PUBLIC_KEYS"]) process.env[name] = settings[name] ?? "";
  const { GET } = await import("@/app/(public)/transparency/[slug]/heads.txt/route");
  return (await GET(new Request("http://localhost"), { params: Promise.resolve({ slug }) })).text();
}

test("each key has its day, and signs from then on", async () => {
  expect(settings.RECORD_PUBLIC_KEYS?.split(",")).toHaveLength(3);
  const text = await readHeads();
  const lines = text.split("\n").filter((line) => line.startsWith("record-head"));
  expect(lines).toHaveLength(3);
  expect(lines.map((line) => line.split(" ")[5]).reverse()).toEqual(
    settings.RECORD_PUBLIC_KEYS?.split(",").map((key) => key.split("@")[0]),
  );
  expect(text.match(/^# Our key since /gm)).toHaveLength(3);
  expect(text).toContain(saved.split("\n").find((line) => line.startsWith("record-head")));
});

test("heads of every key are right, also those that somebody saved before the change", async () => {
  for (const [name, text] of Object.entries({ before: saved, after: await readHeads() })) {
    const file = join(folder, `${name}.txt`);
    writeFileSync(file, text);
    const { code, output } = await runOps(settings, "verify", "--heads", file);
    expect(output).toContain(`Saved heads of ${slug}: Decisions 1 to ${name === "before" ? 1 : 3} are as they were`);
    expect(output).not.toMatch(/not sign|do not list|not ours/);
    expect([name, code]).toEqual([name, 0]);
  }
});

test("so does what the page where readers compare them calls", async () => {
  const heads = parseSavedHeads(await readHeads(), slug);
  const { compareSavedHeads } = await import("@/lib/audit/saved-head.queries");
  const { recordPublicKeys } = await import("@/lib/security/record-key");
  const [findings] = await compareSavedHeads(heads, recordPublicKeys());
  expect(findings?.firstMismatch).toBeNull();
  expect(findings?.heads.map(headResultText)).toEqual(Array(3).fill("agrees, signed by us"));
});

test("a key that is taken off the list, and a list that does not end with the key, are noticed", async () => {
  const [, ...later] = settings.RECORD_PUBLIC_KEYS?.split(",") ?? [];
  const forgotten = await runOps({ ...settings, RECORD_PUBLIC_KEYS: later.join() }, "verify");
  expect([forgotten.code, forgotten.output]).toEqual([1, expect.stringContaining("signed by a key that is not ours")]);
  const reversed = settings.RECORD_PUBLIC_KEYS?.split(",").reverse().join() ?? "";
  const wrong = await runOps({ ...settings, RECORD_PUBLIC_KEYS: reversed }, "verify");
  expect([wrong.code, wrong.output]).toEqual([1, expect.stringContaining("the last one must be that of RECORD_KEY")]);
});
