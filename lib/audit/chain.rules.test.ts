import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ChainEntry,
  type ChainLink,
  chainHash,
  chainStart,
  findFaults as findHashFaults,
  hashedLink,
  linkText,
  type PublishedHead,
  recordText,
  weekOfEntry,
} from "@/lib/audit/chain.rules";

const findFaults = (links: ChainLink[], heads?: PublishedHead[]) => findHashFaults(links.map(hashedLink), heads);

function entry(sequence: number, rest: Partial<ChainEntry> = {}): ChainEntry {
  return {
    chain: "cumbria",
    sequence,
    id: `decision-${sequence}`,
    case: "case",
    comment: "comment",
    revision: 1,
    action: "publish",
    from: "held",
    to: "published",
    reason: null,
    reasonVersion: null,
    spans: null,
    textHash: "ab".repeat(32),
    decider: "somebody",
    deciderUnion: "unison",
    decidedAt: "2026-01-05T10:00:00.000Z",
    ...rest,
  };
}

function chainOf(length: number): ChainLink[] {
  const links: ChainLink[] = [];
  for (let sequence = 1; sequence <= length; sequence++) {
    const previousHash = links.at(-1)?.hash ?? chainStart;
    links.push({ ...entry(sequence), previousHash, hash: chainHash(previousHash, entry(sequence)) });
  }
  return links;
}

test("the hash of an entry is 64 hexadecimal digits, and the same each time", () => {
  expect(chainHash(chainStart, entry(1))).toMatch(/^[0-9a-f]{64}$/);
  expect(chainHash(chainStart, entry(1))).toBe(chainHash(chainStart, { ...entry(1) }));
});

test("an intact chain has no faults", () => {
  expect(findFaults(chainOf(20))).toEqual([]);
  expect(findFaults([])).toEqual([]);
});

describe("every change is found, and where it was made", () => {
  const changes: { [Key in keyof ChainEntry]?: ChainEntry[Key] } = {
    id: "other",
    case: "other",
    comment: "other",
    revision: 2,
    action: "reject",
    from: "published",
    to: "rejected",
    reason: "insults",
    reasonVersion: 1,
    spans: [[0, 4]],
    textHash: "cd".repeat(32),
    decider: "other",
    deciderUnion: null,
    decidedAt: "2026-01-05T10:00:00.001Z",
  };

  test.each(Object.entries(changes))("a changed %s", (field, value) => {
    const links = chainOf(9).map((link) => (link.sequence === 5 ? { ...link, [field]: value } : link));
    expect(findFaults(links)).toEqual([{ chain: "cumbria", sequence: 5, message: "was changed" }]);
  });

  test("a deleted row, two swapped rows, a forged hash", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 11 }), (at) => {
        const links = chainOf(12);
        const without = links.toSpliced(at - 1, 1);
        expect(findFaults(without)[0]?.sequence).toBe(at + 1);
        const [one, two] = [links[at - 1], links[at]];
        if (!one || !two) throw new Error("out of range");
        expect(findFaults(links.toSpliced(at - 1, 2, two, one)).length).toBeGreaterThan(0);
        const forged = links.with(at - 1, {
          ...one,
          action: "reject",
          hash: chainHash(one.previousHash, { ...one, action: "reject" }),
        });
        expect(findFaults(forged)[0]).toMatchObject({
          sequence: at + 1,
          message: "does not follow from the one before",
        });
      }),
    );
  });
});

describe("daily heads", () => {
  const links = chainOf(12);
  const headAt = (length: number, day: string) => ({ day, length, hash: links[length - 1]?.hash ?? "" });
  const heads = [headAt(4, "2026-01-06"), headAt(9, "2026-01-07")];

  test("genuine heads are no fault", () => expect(findFaults(links, heads)).toEqual([]));

  test("a forged head is found, with the decision that it names", () => {
    const forged = [heads[0] ?? headAt(4, ""), { ...headAt(9, "2026-01-07"), hash: "ef".repeat(32) }];
    expect(findFaults(links, forged)).toEqual([
      { chain: "cumbria", sequence: 9, message: "is not the one that the head of 2026-01-07 names" },
    ]);
  });

  test("a chain that was truncated, or rewritten from the middle, no longer matches its heads", () => {
    expect(findFaults(links.slice(0, 7), heads)).toEqual([
      { chain: "cumbria", sequence: 9, message: "is gone, and the head of 2026-01-07 names it" },
    ]);
    let previousHash = links[5]?.hash ?? "";
    const rewritten = links.map((link, at) => {
      if (at < 6) return link;
      const entry: ChainLink = { ...link, action: "reject", to: "rejected", previousHash };
      previousHash = chainHash(previousHash, entry);
      return { ...entry, hash: previousHash };
    });
    expect(findFaults(rewritten)).toEqual([]); // consistent in itself
    expect(findFaults(rewritten, heads).map(({ sequence }) => sequence)).toEqual([9]);
  });
});

test("a decision just after midnight on a Monday is of that week; one hashed when weeks were of UTC still verifies", () => {
  const monday = entry(1, { decidedAt: "2027-07-04T23:30:00.000Z" });
  const link = (text: string): ChainLink => ({
    ...monday,
    previousHash: chainStart,
    hash: createHash("sha256").update(text, "utf8").digest("hex"),
  });
  expect(weekOfEntry(monday)).toBe("2027-07-05");
  for (const week of ["2027-07-05", "2027-06-28"]) {
    const text = recordText(chainStart, monday, week);
    expect(findFaults([link(text)])).toEqual([]);
    expect(linkText(link(text))).toBe(text);
  }
  expect(findFaults([link(recordText(chainStart, monday, "2027-06-21"))])).toHaveLength(1);
});
