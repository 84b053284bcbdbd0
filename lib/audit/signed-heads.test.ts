import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { compareWithRecord } from "@/app/(public)/transparency/[slug]/check/actions";
import { GET as headsFeed } from "@/app/(public)/transparency/[slug]/heads.atom/route";
import { GET as headsText } from "@/app/(public)/transparency/[slug]/heads.txt/route";
import { GET as apiHeads } from "@/app/api/v1/transparency/[slug]/record/heads/route";
import { GET as apiRecord } from "@/app/api/v1/transparency/[slug]/record/route";
import { listLinks } from "@/lib/audit/chain.queries";
import { chainHash, chainStart, sha256 } from "@/lib/audit/chain.rules";
import { appendDecision } from "@/lib/audit/chain.writes";
import { publishChainHeads } from "@/lib/audit/chain-head.commands";
import { headText } from "@/lib/audit/head.rules";
import { listHeads, listRecordEntries } from "@/lib/audit/record.queries";
import { hashedEntry } from "@/lib/audit/record.rules";
import { appendToRecord } from "@/lib/audit/record.writes";
import { compareSavedHeads } from "@/lib/audit/saved-head.queries";
import { findingsText } from "@/lib/audit/saved-head.rules";
import { parseSavedHeads } from "@/lib/audit/saved-head.schema";
import { verifyChains } from "@/lib/audit/verification.queries";
import { db, type Tx } from "@/lib/database/client";
import { initialFormState } from "@/lib/forms/form-state";
import { createRecordKey, recordPublicKeys, signForRecord } from "@/lib/security/record-key";
import { createDemoDatabase } from "@/scripts/test/database";

// Somebody who owns the tables changes a reason and computes every hash again: the signatures show it, and so do the
// heads that a reader saved. The demonstration's own heads, which another file may have written without the key, are
// left out.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers(),
}));
const { privateKey, publicKey } = createRecordKey();
process.env.RECORD_KEY = privateKey;
process.env.RECORD_PUBLIC_KEYS = `${publicKey}@2031-03-01`;
const database = await createDemoDatabase();
const folder = mkdtempSync(join(tmpdir(), "heads-"));
const chain = "west-midlands";
const isOfTest = ({ day }: { day: string }) => day > "2031-03";
const context = { params: Promise.resolve({ slug: chain }) };
const read = async (route: typeof headsText) => (await route(new Request("http://localhost/x"), context)).text();

/** The decisions of three editions, on three days; `length` is how many the record then has. */
const editions = ["2031-03-02", "2031-03-03", "2031-03-04"].map((day) => ({ day, length: 0 }));

beforeAll(async () => {
  const example = await db().decision.findFirstOrThrow({
    where: { chainId: chain },
    orderBy: { sequence: "asc" },
    include: { case: { select: { strategyId: true } } },
  });
  for (const edition of editions) {
    const now = new Date(`${edition.day}T12:00:00Z`);
    await db().$transaction(async (tx) => {
      for (let i = 0; i < 3; i++) {
        const { caseId, commentId, revision, action, fromState, toState, textHash, deciderId } = example;
        const same = { chainId: chain, caseId, commentId, revision, action, fromState, toState, deciderId };
        const reason = { reason: "off_topic", reasonVersion: 1, spans: null, deciderUnion: null };
        await appendDecision(tx, { ...same, ...reason, textHash: Uint8Array.from(textHash), decidedAt: now });
      }
      await appendToRecord(tx, example.case.strategyId, chain, now);
    });
    edition.length = await db().recordEntry.count({ where: { chainId: chain } });
  }
}, 180_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

const undo = new Error("undo");
type Heads = "deleted" | "rewritten" | "signed again";

/** Changes the reason of the first decision of the second edition, works out all hashes again, and calls `then`. */
async function withForgery(heads: Heads, then: (tx: Tx) => Promise<void>): Promise<void> {
  const forging = db().$transaction(
    async (tx) => {
      for (const table of ["decisions", "record_entries", "chain_heads"])
        await tx.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
      const [changed] = await listRecordEntries(chain, editions[0]?.length ?? 0, 1, tx);
      await tx.decision.update({ where: { id: changed?.link?.id ?? "" }, data: { reason: "advert" } });
      let previous = chainStart;
      for (const link of await listLinks(chain, tx)) {
        if (link.sequence >= (changed?.link?.sequence ?? 0)) {
          const hash = chainHash(previous, link);
          const data = { previousHash: Buffer.from(previous, "hex"), hash: Buffer.from(hash, "hex") };
          await tx.decision.update({ where: { id: link.id }, data });
          previous = hash;
        } else previous = link.hash;
      }
      let last = chainStart;
      for (const entry of await listRecordEntries(chain, 0, 100_000, tx)) {
        const hash =
          entry.number < (changed?.number ?? 0)
            ? entry.hash
            : sha256(hashedEntry({ ...entry, previousHash: last }).text);
        const data = { previousHash: Buffer.from(last, "hex"), hash: Buffer.from(hash, "hex") };
        await tx.recordEntry.update({ where: { chainId_number: { chainId: chain, number: entry.number } }, data });
        last = hash;
      }
      await forgeHeads(tx, heads);
      await then(tx);
      throw undo;
    },
    { timeout: 60_000 },
  );
  await expect(forging).rejects.toBe(undo);
}

async function forgeHeads(tx: Tx, heads: Heads): Promise<void> {
  const forged = await listHeads(chain, undefined, tx);
  await tx.chainHead.deleteMany({ where: { chainId: chain } });
  if (heads === "deleted") return;
  for (const { day, length, publicKey, signature } of forged) {
    const where = { chainId_number: { chainId: chain, number: length } };
    const { hash } = await tx.recordEntry.findUniqueOrThrow({ where });
    const text = headText({ chain, day, length, hash: Buffer.from(hash).toString("hex") });
    const signed = signature && heads === "signed again" ? (signForRecord(text)?.signature ?? null) : signature;
    const bytes = signed === null ? null : Uint8Array.from(Buffer.from(signed, "base64url"));
    await tx.chainHead.create({
      data: { chainId: chain, day: new Date(day), length, hash, publicKey, signature: bytes },
    });
  }
}

const faultsOf = async (tx?: Tx) =>
  (await verifyChains(tx))
    .flatMap(({ faults }) => faults.map(({ message }) => message))
    .filter((message) => !/^the head of 2026/.test(message));

test("an edition leaves a signed head, a day without one has the same length again, and all is right", async () => {
  await publishChainHeads(new Date("2031-03-05T00:01:00Z"));
  await publishChainHeads(new Date("2031-03-05T00:02:00Z"));
  const signed = (await listHeads(chain)).filter(isOfTest);
  expect(signed.map(({ day, length }) => ({ day, length }))).toEqual([
    { day: "2031-03-05", length: editions[2]?.length },
    ...[...editions].reverse(),
  ]);
  expect(await faultsOf()).toEqual([]);
});

test("heads that a reader saved find a changed reason at the right day, however well the tables were forged", async () => {
  const saved = parseSavedHeads(await read(headsText));
  const expected = { "signed again": [], deleted: [], rewritten: ["2031-03-03", "2031-03-04", "2031-03-05"] };
  for (const [heads, wrongDays] of Object.entries(expected)) {
    await withForgery(heads as Heads, async (tx) => {
      const faults = await faultsOf(tx);
      expect(faults.sort()).toEqual(wrongDays.map((day) => `the signature of the head of ${day} is not right`));
      const [findings] = await compareSavedHeads(saved, recordPublicKeys(), tx);
      expect(findings?.lastMatch).toMatchObject({ day: "2031-03-02", length: editions[0]?.length });
      expect(findings?.firstMismatch).toMatchObject({ day: "2031-03-03", signatureState: "valid" });
      expect(findings && findingsText(findings)).toMatch(
        /^One or more of decisions \d+ to \d+ changed, or went, after 3 March 2031: .* Up to 2 March 2031 the record agrees\.$/,
      );
    });
  }
  const [findings] = await compareSavedHeads(saved, recordPublicKeys());
  expect(findings?.firstMismatch).toBeNull();
});

test("the file, the feed and the API hold the same signed lines", async () => {
  const lines = (text: string) => parseSavedHeads(text, chain).filter(isOfTest);
  const file = lines(await read(headsText));
  expect(file).toHaveLength(4);
  expect(lines(await read(headsFeed))).toEqual(file);
  expect(lines(await read(apiHeads))).toEqual(file);
  expect(await read(headsText)).toContain(`# Our key since 2031-03-01: ${publicKey}`);
});

test("the page shows which lines agree, keeps what was pasted, and asks for lines where there are none", async () => {
  const send = (heads: string) => {
    const form = new FormData();
    form.set("heads", heads);
    return compareWithRecord({ slug: chain }, initialFormState, form);
  };
  const text = (await read(headsText)).replaceAll("\n", "\r\n");
  const right = await send(text);
  expect(right).toMatchObject({ errors: {}, values: { heads: text } });
  expect(right.result?.unchanged).toEqual([
    expect.stringMatching(/^Decisions 1 to \d+ are as they were on 5 March 2031\./),
  ]);
  expect(right.result?.rows).toContainEqual(
    expect.objectContaining({ day: "3 March 2031", result: "agrees, signed by us" }),
  );
  const unsigned = `> record-head 2031-03-03 ${chain} ${editions[1]?.length} ${"00".repeat(32)}`;
  const wrong = await send(unsigned);
  expect(wrong.result?.changed).toEqual([expect.stringContaining("changed, or went, after 3 March 2031")]);
  expect(wrong.result?.rows).toEqual([expect.objectContaining({ result: "differs, not signed" })]);
  for (const nothing of ["", "   ", "check numbers", "{"]) expect((await send(nothing)).errors.heads).toBeTruthy();
});

test("the script of docs/record-format.md checks signatures and the lines that a reader saved", async () => {
  const code = /```js\n([\s\S]*?)```/.exec(readFileSync("docs/record-format.md", "utf8"))?.[1] ?? "";
  const [script, saved] = [join(folder, "check.mjs"), join(folder, "heads.txt")];
  writeFileSync(script, code);
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "", "http://localhost");
    response.end(
      await (await (url.pathname.endsWith("heads") ? apiHeads : apiRecord)(new Request(url), context)).text(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const check = (text: string) => {
    writeFileSync(saved, text);
    return promisify(execFile)(process.execPath, [script, site, chain, saved]).catch(
      (error: { stdout: string }) => error,
    );
  };
  const text = await read(headsText);
  expect((await check(text)).stdout).toMatch(/heads are right\n$/);
  const otherHash = text.replace(/(2031-03-03 \S+ \d+ )..../, "$10000");
  expect((await check(otherHash)).stdout).toMatch(/2031-03-03.*\n.*is not signed by/);
  server.close();
});
