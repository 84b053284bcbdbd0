import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type ChainLink, chainHash, chainStart, findFaults, linkText } from "@/lib/audit/chain.rules";
import { chainDecisions, hashedEntry, type RecordEntry, recordLine } from "@/lib/audit/record.rules";

const chain = "cumbria";

function linkAt(sequence: number, previousHash = chainStart): ChainLink {
  const entry = {
    ...{ chain, sequence, id: `decision-${sequence}`, case: "case", comment: "comment", revision: 1 },
    ...{ action: "publish", from: "held", to: "ready", reason: null, reasonVersion: null, spans: null },
    ...{ textHash: "ab".repeat(32), decider: "somebody", deciderUnion: "unison" },
    decidedAt: "2026-01-07T10:00:00.000Z",
  };
  return { ...entry, previousHash, hash: chainHash(previousHash, entry) };
}

/** Entries of an edition, in the order in which the links are given. */
function entriesOf(links: ChainLink[], day: string, last: RecordEntry | null = null): RecordEntry[] {
  const decisions = links.map((link) => ({ ...link, link, seal: link.hash }));
  return chainDecisions(chain, last, day, decisions).map(({ link, number, previousHash, hash }) => {
    return { chain, link, number, day, previousHash, hash };
  });
}

test("a line shows the edition's day and neither when, who nor on what; its hash is that of its text", () => {
  const link = linkAt(41);
  const [entry] = entriesOf([link], "2026-01-08");
  if (!entry) throw new Error("no entry");
  const line = recordLine(entry);
  expect(JSON.parse(line.slice(65))).toEqual([
    ...[chainStart, chain, 1, "2026-01-08", "publish", "held", "ready"],
    link.hash,
  ]);
  expect(createHash("sha256").update(line.slice(65).trimEnd()).digest("hex")).toBe(line.slice(0, 64));
  for (const hidden of [link.id, link.decider, "unison", "10:00", "2026-01-07", "41,"])
    expect(line).not.toContain(hidden);
});

test("editions in any order of decisions make one chain; a decision changed afterwards breaks its line", () => {
  const links = [linkAt(3), linkAt(1), linkAt(2)];
  const first = entriesOf(links, "2026-01-08");
  const record = [...first, ...entriesOf([linkAt(5), linkAt(4)], "2026-01-09", first.at(-1))];
  expect(record.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  expect(findFaults(record.map(hashedEntry))).toEqual([]);
  const [one, two, ...rest] = record;
  if (!one || !two) throw new Error("no entries");
  const changed = [one, { ...two, link: { ...linkAt(1), hash: "cd".repeat(32) } }, ...rest];
  expect(findFaults(changed.map(hashedEntry))).toEqual([{ chain, sequence: 2, message: "was changed" }]);
  const deleted = [one, { ...two, link: null }, ...rest];
  expect(findFaults(deleted.map(hashedEntry))).toEqual([{ chain, sequence: 2, message: "was changed" }]);
});

test("lines of before editions keep their text, and the record goes on from them", () => {
  const link = linkAt(1);
  const old: RecordEntry = { chain, link, number: 1, day: null, previousHash: chainStart, hash: link.hash };
  expect(recordLine(old)).toBe(`${link.hash} ${linkText(link)}\n`);
  const record = [old, ...entriesOf([linkAt(2, link.hash)], "2026-01-08", old)];
  expect(findFaults(record.map(hashedEntry))).toEqual([]);
});
