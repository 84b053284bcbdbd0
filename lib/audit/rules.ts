import { createHash } from "node:crypto";

/** What a link of the chain vouches for. Bytes are hexadecimal, times ISO 8601 to the millisecond. */
export type ChainEntry = {
  chain: string;
  sequence: number;
  id: string;
  case: string;
  comment: string;
  revision: number;
  deed: string;
  from: string;
  to: string;
  reason: string | null;
  reasonVersion: number | null;
  spans: number[][] | null;
  textHash: string;
  decider: string;
  deciderUnion: string | null;
  decidedAt: string;
};

/** Before the first decision of a chain: 32 zero bytes. */
export const chainStart = "0".repeat(64);

/**
 * SHA-256 over the hash before and the entry's values in the order of ChainEntry, as JSON: any script can do the same.
 * @returns 64 hexadecimal figures
 */
export function chainHash(previous: string, entry: ChainEntry): string {
  const { chain, sequence, id, comment, revision, deed, from, to, reason, reasonVersion, spans } = entry;
  const { textHash, decider, deciderUnion, decidedAt } = entry;
  const values = [chain, sequence, id, entry.case, comment, revision, deed, from, to, reason, reasonVersion, spans];
  const line = JSON.stringify([previous, ...values, textHash, decider, deciderUnion, decidedAt]);
  return createHash("sha256").update(line, "utf8").digest("hex");
}

export type ChainLink = ChainEntry & { previousHash: string; hash: string };
export type ChainFault = { chain: string; sequence: number; what: string };

/** The faults of one chain, its links in order of sequence: where it is broken, and how. Empty when whole. */
export function findFaults(links: readonly ChainLink[]): ChainFault[] {
  const faults: ChainFault[] = [];
  let previous = chainStart;
  let expected = 1;
  for (const link of links) {
    const at = { chain: link.chain, sequence: link.sequence };
    if (link.sequence !== expected) faults.push({ ...at, what: `number ${expected} is missing` });
    if (link.previousHash !== previous) faults.push({ ...at, what: "does not follow from the one before" });
    if (chainHash(link.previousHash, link) !== link.hash) faults.push({ ...at, what: "was changed" });
    previous = link.hash;
    expected = link.sequence + 1;
  }
  return faults;
}
