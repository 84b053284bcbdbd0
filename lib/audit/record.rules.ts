import { type ChainLink, chainStart, type HashedText, linkText, sha256 } from "@/lib/audit/chain.rules";

/** What the public record shows of a decision: `seal` is its hash in the chain of decisions, which covers the rest. */
export type RecordedDecision = { action: string; from: string; to: string; seal: string };

/**
 * A line of the public record. `link`: its decision, null if somebody deleted it; `day`: the edition's, YYYY-MM-DD; null
 * for a line from before editions.
 */
export type RecordEntry = {
  chain: string;
  link: ChainLink | null;
  number: number;
  day: string | null;
  previousHash: string;
  hash: string;
};

/** The public text of a decision, which is hashed: see docs/record-format.md. */
export const recordText = (
  previous: string,
  chain: string,
  number: number,
  day: string,
  { action, from, to, seal }: RecordedDecision,
): string => JSON.stringify([previous, chain, number, day, action, from, to, seal]);

/** A line with the text that must have its hash. Before editions, that was the text of the decision itself. */
export function hashedEntry({ chain, link, number, day, previousHash, hash }: RecordEntry): HashedText {
  return { chain, sequence: number, previousHash, hash, text: entryText() };

  function entryText(): string {
    if (!link) return "";
    const { action, from, to, hash: seal } = link;
    return day === null ? linkText(link) : recordText(previousHash, chain, number, day, { action, from, to, seal });
  }
}

/** A line of the public record as text: the stored hash, and the text that must have it. */
export const recordLine = (entry: RecordEntry): string => `${entry.hash} ${hashedEntry(entry).text}\n`;

/** The decisions of an edition, chained to the end of the record, in the order given. @param last null for an empty record */
export function chainDecisions<T extends RecordedDecision>(
  chain: string,
  last: { number: number; hash: string } | null,
  day: string,
  decisions: readonly T[],
): (T & { number: number; previousHash: string; hash: string })[] {
  let { number, hash } = last ?? { number: 0, hash: chainStart };
  return decisions.map((decision) => {
    const previousHash = hash;
    number += 1;
    hash = sha256(recordText(previousHash, chain, number, day, decision));
    return { ...decision, number, previousHash, hash };
  });
}
