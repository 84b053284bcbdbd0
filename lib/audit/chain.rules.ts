import { createHash } from "node:crypto";
import { dateOfDay, isoDay, startOfDay, startOfWeek } from "@/lib/dates";

/** The fields of a decision that its hash covers. Bytes are hexadecimal, times ISO 8601 with milliseconds. */
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
  /** Of an earlier decision whose exact time is gone: `decisionCommitment` as it was. */
  commitment?: string | null;
};

/** The time of a decision that its hash covers: when its day in London began, or of earlier decisions the exact time. */
export const hashedTime = ({ decidedAt, isDayHashed }: { decidedAt: Date; isDayHashed: boolean }): string =>
  (isDayHashed ? startOfDay(isoDay(decidedAt)) : decidedAt).toISOString();

/** The previous hash of a chain's first decision: 32 zero bytes. */
export const chainStart = "0".repeat(64);

/**
 * A commitment to the private fields of a decision: comment, decider, reason and day. The decision's id is random
 * and never shown, so the other fields cannot be guessed from the hash.
 * @returns 64 hexadecimal digits
 */
export function decisionCommitment(entry: ChainEntry): string {
  if (entry.commitment) return entry.commitment;
  const { id, comment, revision, reason, reasonVersion, spans, textHash, decider, deciderUnion, decidedAt } = entry;
  const message = [id, entry.case, comment, revision, reason, reasonVersion, spans, textHash];
  return sha256(JSON.stringify([...message, decider, deciderUnion, decidedAt]));
}

/** Monday of the week of a decision in London, as YYYY-MM-DD. */
export const weekOfEntry = ({ decidedAt }: Pick<ChainEntry, "decidedAt">): string =>
  isoDay(startOfWeek(new Date(decidedAt)));

/** The text of a decision in the chain of decisions, which is hashed. */
export function recordText(previous: string, entry: ChainEntry, week = weekOfEntry(entry)): string {
  const { chain, sequence, action, from, to } = entry;
  return JSON.stringify([previous, chain, sequence, week, action, from, to, decisionCommitment(entry)]);
}

/** SHA-256 of `recordText`. @returns 64 hexadecimal digits */
export const chainHash = (previous: string, entry: ChainEntry): string => sha256(recordText(previous, entry));

export type ChainLink = ChainEntry & { previousHash: string; hash: string };

/** The text of a link. Until December 2026 a week began on Monday in UTC, so an hour of a summer week hashed otherwise. */
export function linkText(link: ChainLink): string {
  const text = recordText(link.previousHash, link);
  const utcWeek = isoDay(startOfWeek(dateOfDay(link.decidedAt.slice(0, 10))));
  if (utcWeek === weekOfEntry(link)) return text;
  const earlierText = recordText(link.previousHash, link, utcWeek);
  return sha256(earlierText) === link.hash ? earlierText : text;
}

/** The length and the last hash of a chain, published on a day (YYYY-MM-DD). */
export type PublishedHead = { day: string; length: number; hash: string };
export type ChainFault = { chain: string; sequence: number; message: string };

/** A member of a chain, with the text that its hash must be of. */
export type HashedText = { chain: string; sequence: number; previousHash: string; hash: string; text: string };

/**
 * The faults of one chain: where it is broken, and where it differs from the published heads.
 * @param links in order of sequence
 */
export function findFaults(links: readonly HashedText[], heads: readonly PublishedHead[] = []): ChainFault[] {
  const faults: ChainFault[] = [];
  let previous = chainStart;
  let expected = 1;
  for (const link of links) {
    const at = { chain: link.chain, sequence: link.sequence };
    if (link.sequence !== expected) faults.push({ ...at, message: `number ${expected} is missing` });
    if (link.previousHash !== previous) faults.push({ ...at, message: "does not follow from the one before" });
    if (sha256(link.text) !== link.hash) faults.push({ ...at, message: "was changed" });
    previous = link.hash;
    expected = link.sequence + 1;
  }
  return [...faults, ...findHeadMismatches(links, heads)];
}

/** A decision of the chain of decisions with the text that is hashed. */
export const hashedLink = (link: ChainLink): HashedText => ({ ...link, text: linkText(link) });

function findHeadMismatches(links: readonly HashedText[], heads: readonly PublishedHead[]): ChainFault[] {
  const chain = links[0]?.chain ?? "";
  const hashes = new Map(links.map(({ sequence, hash }) => [sequence, hash]));
  return heads.flatMap(({ day, length: sequence, hash }) => {
    const found = hashes.get(sequence);
    if (found === hash) return [];
    const message = found ? `is not the one that the head of ${day} names` : `is gone, and the head of ${day} names it`;
    return [{ chain, sequence, message }];
  });
}

export const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
