import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { readFileSync } from "node:fs";
import { env } from "@/lib/env";

let root: Buffer | undefined;

/** The service's one root key, 32 bytes, from SECRET_KEY or SECRET_KEY_FILE. */
function rootKey(): Buffer {
  if (root) return root;
  const { SECRET_KEY, SECRET_KEY_FILE } = env();
  const hex = SECRET_KEY ?? (SECRET_KEY_FILE && readFileSync(SECRET_KEY_FILE, "utf8").trim());
  if (!hex) throw new Error("SECRET_KEY: set it (or SECRET_KEY_FILE); what is sealed is lost without it.");
  root = Buffer.from(hex, "hex");
  return root;
}

/** A key for one purpose (32 bytes), so that no two uses share one. */
function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", rootKey(), "at-the-table", purpose, 32));
}

/** HMAC-SHA256 of text under the purpose's key: finds or compares without storing. 32 bytes. */
export function keyedHash(purpose: string, text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHmac("sha256", keyFor(purpose)).update(text).digest());
}

/** SHA-256, for secrets that are random already (receipts, tokens). 32 bytes. */
export function plainHash(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(text).digest());
}

/** A random secret, 128 bits, as 26 characters of Crockford's base 32 (no I, L, O or U). */
export function randomSecret(): string {
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  let bits = BigInt(`0x${randomBytes(16).toString("hex")}`);
  let text = "";
  for (let i = 0; i < 26; i++) {
    text = alphabet[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return text;
}

/** AES-256-GCM under the purpose's key: 12 bytes nonce, 16 bytes tag, then the text. */
export function seal(purpose: string, text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), body]));
}

/** Undoes seal. @throws when the key or a byte is wrong. */
export function unseal(purpose: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** Equal, in the same time whatever differs. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** 132 random bits as 22 signs: an id that says nothing of order or time. */
export const newId = (): string => randomBytes(17).toString("base64url").slice(0, 22);

/** A form's own number: sent twice, it writes once. */
export const newFormId = newId;
