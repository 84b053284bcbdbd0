import { createPublicKey, verify } from "node:crypto";
import type { PublishedHead } from "@/lib/audit/chain.rules";

/** A public key that signs heads, and its first day (YYYY-MM-DD); null where that is not known. */
export type RecordPublicKey = { publicKey: string; from: string | null };

/** A head with its signature, Ed25519 in base64url; null for one from before there was a key. */
export type SignedHead = PublishedHead & { chain: string; publicKey: string | null; signature: string | null };

export const publicKeyPrefix = "att-record-";

/** The text that is signed: record, day, number of decisions and last hash. See docs/record-format.md. */
export const headText = ({ day, chain, length, hash }: PublishedHead & { chain: string }): string =>
  `record-head ${day} ${chain} ${length} ${hash}`;

/** A head as one line of text. */
export const headLine = (head: SignedHead): string =>
  [headText(head), head.publicKey, head.signature].filter((part) => part !== null).join(" ");

/** The heads of a record as a file for anybody to save. */
export function headsFile(title: string, heads: readonly SignedHead[], keys: readonly RecordPublicKey[]): string {
  const notes = [
    `The record of decisions: ${title}`,
    "A line a day, and one for each edition with new decisions: the day, the record, how many decisions it then had,",
    "the check number of the last one, our public key, and our signature of what comes before the key.",
    "Save this file now and then. It proves a later change of any decision before it.",
    ...keys.map(({ publicKey, from }) => `Our key${from === null ? "" : ` since ${from}`}: ${publicKey}`),
  ];
  return `${notes.map((note) => `# ${note}\n`).join("")}${heads.map((head) => `${headLine(head)}\n`).join("")}`;
}

/** As RECORD_PUBLIC_KEYS has them: KEY@DAY, oldest first, with commas between. */
export const parsePublicKeys = (text: string): RecordPublicKey[] =>
  text.split(",").map((one) => {
    const [publicKey = "", from = ""] = one.split("@");
    return { publicKey, from };
  });

export const publicKeysText = (keys: readonly RecordPublicKey[]): string =>
  keys.map(({ publicKey, from }) => `${publicKey}@${from}`).join(",");

/**
 * Whether a head is signed by a key of its day. "unlisted": by a key that is not listed, or not for that day; on the
 * day of a change both keys are valid. Without a list, any key that fits counts.
 */
export type SignatureState = "valid" | "none" | "invalid" | "unlisted";

export function checkSignature(head: SignedHead, keys: readonly RecordPublicKey[]): SignatureState {
  const { publicKey, signature } = head;
  if (publicKey === null || signature === null) return "none";
  if (!isSignedBy(publicKey, headText(head), signature)) return "invalid";
  return keys.length === 0 || keysOfDay(keys, head.day).includes(publicKey) ? "valid" : "unlisted";
}

function keysOfDay(keys: readonly RecordPublicKey[], day: string): string[] {
  const isOfDay = ({ from }: RecordPublicKey, next: RecordPublicKey | undefined) =>
    (from === null || from <= day) && (!next?.from || day <= next.from);
  return keys.filter((key, i) => isOfDay(key, keys[i + 1])).map(({ publicKey }) => publicKey);
}

function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const jwk = { kty: "OKP", crv: "Ed25519", x: publicKey.slice(publicKeyPrefix.length) };
    const key = createPublicKey({ key: jwk, format: "jwk" });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64url"));
  } catch {
    return false; // not a key at all
  }
}

/** What is wrong with the signature of a head of ours, or null. */
export function whyWrongSignature(head: SignedHead, keys: readonly RecordPublicKey[]): string | null {
  const state = checkSignature(head, keys);
  const first = keys[0]?.from ?? null;
  if (state === "none" && first !== null && head.day > first) return `the head of ${head.day} is not signed`;
  if (state === "invalid") return `the signature of the head of ${head.day} is not right`;
  return state === "unlisted" ? `the head of ${head.day} is signed by a key that is not ours` : null;
}
