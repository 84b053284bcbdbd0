import { createHash } from "node:crypto";
import { startOfWeek } from "@/lib/dates";

/** What a link of the chain vouches for. Bytes are hexadecimal, times ISO 8601 to the millisecond. */
export type ChainEntry = {
  chain: string;
  sequence: number;
  id: string;
  case: string;
  comment: string;
  revision: number;
  action: string;
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
 * Vouches for what is not public about a decision: which comment, by whom, why, and when exactly. The decision's id,
 * which is random and never shown, keeps anybody from guessing the rest.
 * @returns 64 hexadecimal figures
 */
export function decisionCommitment(entry: ChainEntry): string {
  const { id, comment, revision, reason, reasonVersion, spans, textHash, decider, deciderUnion, decidedAt } = entry;
  const message = [id, entry.case, comment, revision, reason, reasonVersion, spans, textHash];
  return sha256(JSON.stringify([...message, decider, deciderUnion, decidedAt]));
}

/** Monday of the week of a decision: the only date of it that is public. */
export const weekOfEntry = ({ decidedAt }: Pick<ChainEntry, "decidedAt">): string =>
  startOfWeek(new Date(decidedAt)).toISOString().slice(0, 10);

/** What is hashed, and what everybody may read of a decision. See docs/record-format.md. */
export function recordText(previous: string, entry: ChainEntry): string {
  const { chain, sequence, action, from, to } = entry;
  return JSON.stringify([previous, chain, sequence, weekOfEntry(entry), action, from, to, decisionCommitment(entry)]);
}

/**
 * SHA-256 of recordText: any script can do the same.
 * @returns 64 hexadecimal figures
 */
export const chainHash = (previous: string, entry: ChainEntry): string => sha256(recordText(previous, entry));

export type ChainLink = ChainEntry & { previousHash: string; hash: string };

/** A line of the public record: the hash as it is kept, and the text that it must be of. */
export const recordLine = (link: ChainLink): string => `${link.hash} ${recordText(link.previousHash, link)}\n`;

/** What was made public at the end of a day: how long a chain was, and its last hash. */
export type PublishedHead = { day: string; length: number; hash: string };
export type ChainFault = { chain: string; sequence: number; message: string };

/**
 * The faults of one chain, its links in order of sequence, held to the heads that were published: where it is broken,
 * and how. Empty when whole.
 */
export function findFaults(links: readonly ChainLink[], heads: readonly PublishedHead[] = []): ChainFault[] {
  const faults: ChainFault[] = [];
  let previous = chainStart;
  let expected = 1;
  for (const link of links) {
    const at = { chain: link.chain, sequence: link.sequence };
    if (link.sequence !== expected) faults.push({ ...at, message: `number ${expected} is missing` });
    if (link.previousHash !== previous) faults.push({ ...at, message: "does not follow from the one before" });
    if (chainHash(link.previousHash, link) !== link.hash) faults.push({ ...at, message: "was changed" });
    previous = link.hash;
    expected = link.sequence + 1;
  }
  return [...faults, ...findHeadMismatches(links, heads)];
}

function findHeadMismatches(links: readonly ChainLink[], heads: readonly PublishedHead[]): ChainFault[] {
  const chain = links[0]?.chain ?? "";
  const hashes = new Map(links.map(({ sequence, hash }) => [sequence, hash]));
  return heads.flatMap(({ day, length: sequence, hash }) => {
    const found = hashes.get(sequence);
    if (found === hash) return [];
    const message = found ? `is not the one that the head of ${day} names` : `is gone, and the head of ${day} names it`;
    return [{ chain, sequence, message }];
  });
}

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
