import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as heads } from "@/app/api/v1/transparency/[slug]/record/heads/route";
import { GET as record } from "@/app/api/v1/transparency/[slug]/record/route";
import { publishChainHeads } from "@/lib/audit/chain-head.commands";
import { verifyChains } from "@/lib/audit/verification.queries";
import { db } from "@/lib/database/client";
import { listModerationFigures } from "@/lib/moderation/decisions/transparency.queries";
import { createDemoDatabase } from "@/scripts/test/database";

// Two checks of the record: the script of docs/record-format.md, run unchanged against the API, as an outsider runs it;
// and the operator's `verify`, against a database that was tampered with.
const database = await createDemoDatabase();
const folder = mkdtempSync(join(tmpdir(), "record-"));
const script = join(folder, "check-record.mjs");
const savedHeads = join(folder, "saved-heads.txt");
const chain = "west-midlands";

const unchanged = (answer: string) => answer;
let change = unchanged;
let changeHeads = unchanged;
const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "", "http://localhost");
  const context = { params: Promise.resolve({ slug: url.pathname.split("/")[4] ?? "" }) };
  const isHeads = url.pathname.endsWith("/heads");
  const answer = await (isHeads ? heads : record)(new Request(url), context);
  const text = await answer.text();
  if (isHeads) response.end(changeHeads(text));
  else response.end(change === unchanged || url.searchParams.get("after") === "0" ? change(text) : "");
});

beforeAll(async () => {
  await publishChainHeads(new Date());
  const code = /```js\n([\s\S]*?)```/.exec(readFileSync("docs/record-format.md", "utf8"))?.[1] ?? "";
  writeFileSync(script, code);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
}, 180_000); // seeds the full demonstration
afterAll(async () => {
  server.close();
  rmSync(folder, { recursive: true });
  await database.close();
});

async function check(...more: string[]): Promise<{ ok: boolean; output: string }> {
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const run = promisify(execFile)(process.execPath, [script, site, chain, ...more]);
  return run.then(
    ({ stdout }) => ({ ok: true, output: stdout }),
    (error: { stdout: string }) => ({ ok: false, output: error.stdout }),
  );
}

describe("the published script", () => {
  test("has 30 lines at most and finds no fault in the record", async () => {
    const lines = readFileSync(script, "utf8").trimEnd().split("\n");
    expect(lines.filter((line) => line.trim() !== "" && !/^import/.test(line)).length).toBeLessThanOrEqual(30);
    expect(await check()).toEqual({
      ok: true,
      output: expect.stringMatching(/^\d+ decisions and 1 heads are right\n$/),
    });
  });

  const swap = (lines: string[], a: number, b: number) => lines.with(a, lines[b] ?? "").with(b, lines[a] ?? "");
  const attacks: [string, (lines: string[]) => string[], string][] = [
    ["one byte changed", (lines) => lines.with(6, lines[6]?.replace(/\w"\]$/, 'g"]') ?? ""), "7 was changed"],
    ["one row deleted", (lines) => lines.toSpliced(6, 1), "7 is missing"],
    ["two rows swapped", (lines) => swap(lines, 6, 7), "7 is missing"],
    ["the last rows cut off", (lines) => lines.slice(0, 9), "is not the one published on"],
  ];
  test.each(attacks)("finds %s, and where", async (_name, attack, expected) => {
    change = (answer) => `${attack(answer.trimEnd().split("\n")).join("\n")}\n`;
    const found = await check();
    change = unchanged;
    expect(found.ok).toBe(false);
    expect(found.output).toContain(expected);
  });

  test("finds a forged head, and a head that we forged ourselves by the heads that a reader saved", async () => {
    const api = await heads(new Request("http://x"), { params: Promise.resolve({ slug: chain }) });
    const { heads: saved } = (await api.json()) as { heads: { line: string }[] };
    writeFileSync(savedHeads, saved.map(({ line }) => line).join("\n"));
    changeHeads = (answer) => answer.replace(/("line":"record-head \S+ \S+ \d+ )..../, "$10000");
    expect((await check()).output).toContain("is not the one published on");
    changeHeads = () => '{"heads":[]}';
    expect((await check(savedHeads)).ok).toBe(true);
    change = (answer) => `${answer.split("\n").slice(0, 5).join("\n")}\n`;
    expect((await check()).ok).toBe(true); // without saved heads it cannot be found
    expect((await check(savedHeads)).output).toContain("is not the one published on");
    [change, changeHeads] = [unchanged, unchanged];
  });
});

test("the figures of the pages suppress small numbers, and match the decisions", async () => {
  const found = (await listModerationFigures()).find(({ bodyId }) => bodyId === chain);
  expect(found?.chain.length).toBe(await db().decision.count({ where: { chainId: chain } }));
  expect(found?.actions.reduce((sum, { count }) => sum + count, 0)).toBe(found?.chain.length);
  for (const { count } of found?.reasons ?? []) expect(count === null || (count >= 5 && count % 5 === 0)).toBe(true);
});

describe("in the database", () => {
  test("no role can change or delete records, not even with session_replication_role set to replica", async () => {
    for (const table of ["decisions", "record_entries", "audit_events", "chain_heads", "case_reassignments"]) {
      await expect(db().$executeRawUnsafe(`DELETE FROM ${table}`)).rejects.toThrow("append-only");
      const asReplica = db().$transaction([
        db().$executeRaw`SET LOCAL session_replication_role = replica`,
        db().$executeRawUnsafe(`TRUNCATE ${table} CASCADE`),
      ]);
      await expect(asReplica).rejects.toThrow("append-only");
    }
  });

  // the owner of the tables can drop the triggers: then the check finds the change
  const tampered: [string, string[], string[]][] = [
    ["one byte", [`UPDATE decisions SET "deciderId" = "deciderId" || 'x' WHERE sequence = 5`], ["5 was changed"]],
    ["the reason", ["UPDATE decisions SET reason = 'advert' WHERE sequence = 5"], ["5 was changed"]],
    ["a row deleted", ["DELETE FROM decisions WHERE sequence = 5"], ["6 number 5 is missing"]],
    [
      "two rows swapped",
      [
        "UPDATE decisions SET sequence = -sequence WHERE sequence IN (5, 6)",
        "UPDATE decisions SET sequence = 11 + sequence WHERE sequence < 0",
      ],
      ["5 does not follow from the one before", "5 was changed", "6 was changed", "7 does not follow"],
    ],
    [
      "a head forged",
      ["UPDATE chain_heads SET hash = decode(repeat('ab', 32), 'hex')"],
      ["is not the one that the head of"],
    ],
    ["a line of the record", ["UPDATE record_entries SET day = day - 1 WHERE number = 5"], ["5 was changed"]],
    ["a line deleted", ["DELETE FROM record_entries WHERE number = 5"], ["6 number 5 is missing"]],
    [
      "the last line deleted",
      [
        `DELETE FROM record_entries WHERE number = (SELECT max(number) FROM record_entries WHERE "chainId" = '${chain}')`,
      ],
      ["is gone, and the head of"],
    ],
  ];
  test.each(tampered)("%s: found, with its place", async (_name, statements, expected) => {
    const undo = new Error("undo");
    const tampering = db().$transaction(async (tx) => {
      for (const table of ["decisions", "record_entries", "chain_heads", "decision_notes"])
        await tx.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
      for (const statement of statements)
        await tx.$executeRawUnsafe(
          `${statement}${statement.includes("chain_heads") ? ` WHERE "chainId" = '${chain}'` : ` AND "chainId" = '${chain}'`}`,
        );
      const faults = (await verifyChains(tx)).flatMap(({ faults }) => faults);
      const messages = faults.map(({ sequence, message }) => `${sequence} ${message}`).join("\n");
      for (const message of expected) expect(messages).toContain(message);
      expect(faults.every((fault) => fault.chain === chain)).toBe(true);
      throw undo;
    });
    await expect(tampering).rejects.toBe(undo);
    expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
  });
});
