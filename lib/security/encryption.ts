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
import { toBase32 } from "@/lib/security/base32";

/** A root key of 32 bytes, and the eight hexadecimal digits by which sealed values refer to it. */
type RootKey = { id: string; key: Buffer };

let keyRing: [RootKey, ...RootKey[]] | undefined;
let indexRootKey: Buffer | undefined;
const indexKeys = new Map<string, Buffer>();

/** The root keys. The first seals; the others only unseal, until `ops rotate-keys` has resealed everything. */
function rootKeys(): [RootKey, ...RootKey[]] {
  if (keyRing) return keyRing;
  const { SECRET_KEY, SECRET_KEY_FILE, OLD_SECRET_KEYS = "" } = env();
  const hex = SECRET_KEY ?? (SECRET_KEY_FILE && readFileSync(SECRET_KEY_FILE, "utf8").trim());
  if (!hex) throw new Error("SECRET_KEY: set it (or SECRET_KEY_FILE); what is sealed is lost without it.");
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Error("SECRET_KEY_FILE: the file must hold 64 hexadecimal figures.");
  keyRing = [toRootKey(hex), ...OLD_SECRET_KEYS.split(",").filter(Boolean).map(toRootKey)];
  return keyRing;
}

function toRootKey(hex: string): RootKey {
  const key = Buffer.from(hex, "hex");
  return { id: createHash("sha256").update("root-key-id").update(key).digest("hex").slice(0, 8), key };
}

/** The id of the root key that seals. */
export const sealingKeyId = () => rootKeys()[0].id;

/**
 * The key of one purpose (32 bytes), derived from the root key with this id.
 * @throws when that root key is not configured
 */
export function purposeKey(id: string, purpose: string): Buffer {
  const root = rootKeys().find((one) => one.id === id);
  if (!root) throw new Error(`It was sealed by the key ${id}, which is neither SECRET_KEY nor in OLD_SECRET_KEYS.`);
  return deriveKey(root.key, purpose);
}

/** Keys of indexes cannot be rotated with the others: after SECRET_KEY has changed, INDEX_KEY holds the old one. */
function indexKeyFor(purpose: string): Buffer {
  const { INDEX_KEY } = env();
  indexRootKey ??= INDEX_KEY ? Buffer.from(INDEX_KEY, "hex") : rootKeys()[0].key;
  const key = indexKeys.get(purpose) ?? deriveKey(indexRootKey, purpose);
  indexKeys.set(purpose, key); // a few purposes, and two more each day
  return key;
}

/** Each purpose has its own key. */
const deriveKey = (key: Buffer, purpose: string) => Buffer.from(hkdfSync("sha256", key, "at-the-table", purpose, 32));

/** HMAC-SHA256 of a text with the purpose's key, 32 bytes: finds and compares values that are not stored. */
export function keyedHash(purpose: string, text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHmac("sha256", indexKeyFor(purpose)).update(text).digest());
}

/** SHA-256, 32 bytes, for secrets that are random (receipts, tokens). */
export function plainHash(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(text).digest());
}

let randomPool = Buffer.alloc(0);

/** Random bytes, from a pool that is filled with many at a time, since each call to the system is expensive. */
function takeRandomBytes(bytes: number): Buffer {
  if (randomPool.length < bytes) randomPool = randomBytes(4096);
  const result = randomPool.subarray(0, bytes);
  randomPool = randomPool.subarray(bytes);
  return result;
}

/** A random secret of 128 bits, as 26 characters of Crockford's base 32. */
export const randomSecret = (): string => toBase32(takeRandomBytes(16));

// A sealed value: the byte 1, the id of the root key (4 bytes), a data key encrypted with that root key (60 bytes),
// then the text encrypted with the data key. Rotating the root key re-encrypts the data key and never sees the text.
const headerLength = 5;
const bodyStart = headerLength + 60;

/** Encrypts a text with AES-256-GCM under a new data key, which is encrypted with the purpose's key. */
export function seal(purpose: string, text: string): Uint8Array<ArrayBuffer> {
  const dataKey = randomBytes(32);
  return Uint8Array.from(Buffer.concat([wrapDataKey(purpose, dataKey), encrypt(dataKey, Buffer.from(text, "utf8"))]));
}

/** Decrypts a sealed value. @throws when the key or any byte is wrong */
export function unseal(purpose: string, sealed: Uint8Array): string {
  return decrypt(unwrapDataKey(purpose, sealed), sealed.subarray(bodyStart)).toString("utf8");
}

/**
 * The same value under the current root key; null when it is under that key already.
 * @throws when its key is not configured
 */
export function reseal(purpose: string, sealed: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (sealedKeyId(sealed) === sealingKeyId()) return null;
  const wrapped = wrapDataKey(purpose, unwrapDataKey(purpose, sealed));
  return Uint8Array.from(Buffer.concat([wrapped, sealed.subarray(bodyStart)]));
}

const sealedKeyId = (sealed: Uint8Array) => Buffer.from(sealed.subarray(1, headerLength)).toString("hex");

function wrapDataKey(purpose: string, dataKey: Buffer): Buffer {
  const id = sealingKeyId();
  return Buffer.concat([Buffer.from([1]), Buffer.from(id, "hex"), encrypt(purposeKey(id, purpose), dataKey)]);
}

function unwrapDataKey(purpose: string, sealed: Uint8Array): Buffer {
  if (sealed[0] !== 1) throw new Error("It is not sealed as we seal.");
  return decrypt(purposeKey(sealedKeyId(sealed), purpose), sealed.subarray(headerLength, bodyStart));
}

/** AES-256-GCM. @returns nonce (12 bytes), tag (16 bytes), encrypted body */
function encrypt(key: Buffer, body: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const encrypted = Buffer.concat([cipher.update(body), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
}

function decrypt(key: Buffer, encrypted: Uint8Array): Buffer {
  const bytes = Buffer.from(encrypted);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

/** Compares in a time that does not depend on where the values differ. */
export function constantTimeEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** 132 random bits as 22 characters: an id that reveals neither order nor time. */
export const newId = (): string => takeRandomBytes(17).toString("base64url").slice(0, 22);

/** The id of a form, so that a form sent twice writes once. */
export const newFormId = newId;
