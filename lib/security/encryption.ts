import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { toBase32 } from "@/lib/security/base32";
import { indexKeyFor, purposeKey, sealingKeyId } from "@/lib/security/root-keys";

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

/** A random code of 40 bits, as 8 characters of Crockford's base 32: short enough to type. */
export const randomSignInCode = (): string => randomSecret().slice(-8);

// A sealed value: the byte 1 or 2, the id of the root key (4 bytes), a data key encrypted with that root key (60 bytes),
// then the text encrypted with the data key; 2 where the text is bound to a place. Rotating the root key re-encrypts
// the data key and never sees the text.
const headerLength = 5;
const bodyStart = headerLength + 60;

/**
 * Encrypts a text with AES-256-GCM under a new data key, which is encrypted with the purpose's key.
 * @param place what the value is bound to: it can be opened with the same place only
 */
export function seal(purpose: string, text: string, place?: string): Uint8Array<ArrayBuffer> {
  const dataKey = randomBytes(32);
  const header = wrapDataKey(place === undefined ? 1 : 2, purpose, dataKey);
  return Uint8Array.from(Buffer.concat([header, encrypt(dataKey, Buffer.from(text, "utf8"), place)]));
}

/**
 * Decrypts a sealed value. Values from before there were places can be opened with any.
 * @throws when the key, the place or any byte is wrong
 */
export function unseal(purpose: string, sealed: Uint8Array, place?: string): string {
  const bound = sealed[0] === 2 ? (place ?? "") : undefined;
  return decrypt(unwrapDataKey(purpose, sealed), sealed.subarray(bodyStart), bound).toString("utf8");
}

/**
 * The same value under the current root key and bound to its place; null when it is both already.
 * @throws when its key is not configured
 */
export function reseal(purpose: string, sealed: Uint8Array, place: string): Uint8Array<ArrayBuffer> | null {
  if (sealed[0] !== 2) return seal(purpose, unseal(purpose, sealed), place);
  if (sealedKeyId(sealed) === sealingKeyId()) return null;
  const wrapped = wrapDataKey(2, purpose, unwrapDataKey(purpose, sealed));
  return Uint8Array.from(Buffer.concat([wrapped, sealed.subarray(bodyStart)]));
}

const sealedKeyId = (sealed: Uint8Array) => Buffer.from(sealed.subarray(1, headerLength)).toString("hex");

function wrapDataKey(format: 1 | 2, purpose: string, dataKey: Buffer): Buffer {
  const id = sealingKeyId();
  return Buffer.concat([Buffer.from([format]), Buffer.from(id, "hex"), encrypt(purposeKey(id, purpose), dataKey)]);
}

function unwrapDataKey(purpose: string, sealed: Uint8Array): Buffer {
  if (sealed[0] !== 1 && sealed[0] !== 2) throw new Error("It is not sealed as we seal.");
  return decrypt(purposeKey(sealedKeyId(sealed), purpose), sealed.subarray(headerLength, bodyStart));
}

/** AES-256-GCM. @param place authenticated, not stored @returns nonce (12 bytes), tag (16 bytes), encrypted body */
function encrypt(key: Buffer, body: Buffer, place = ""): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(place, "utf8"));
  const encrypted = Buffer.concat([cipher.update(body), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
}

function decrypt(key: Buffer, encrypted: Uint8Array, place = ""): Buffer {
  const bytes = Buffer.from(encrypted);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(12, 28)).setAAD(Buffer.from(place, "utf8"));
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

/** A form id that is the same for the same text, such as what else was sent by one form or a row of an upload. */
export const derivedFormId = (purpose: string, text: string): string =>
  Buffer.from(keyedHash(purpose, text)).toString("base64url").slice(0, 22);
