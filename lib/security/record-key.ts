import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { parsePublicKeys, publicKeyPrefix, type RecordPublicKey } from "@/lib/audit/head.rules";
import { env } from "@/lib/env";

// The key that signs the heads of the record (Ed25519). It is in the environment or a file, and never in the database:
// whoever can rewrite the tables cannot sign the result.

const privateKeyPrefix = "att-record-key-";
const privateKeyHeader = Buffer.from("302e020100300506032b657004220420", "hex"); // PKCS #8, Ed25519

type SigningKey = { key: KeyObject; publicKey: string };
let loaded: { signing: SigningKey | null; publicKeys: RecordPublicKey[] } | undefined;

/** A new key pair: the private key, which signs, and the public one. */
export function createRecordKey(): { privateKey: string; publicKey: string } {
  const { privateKey } = generateKeyPairSync("ed25519");
  const seed = privateKey.export({ format: "der", type: "pkcs8" }).subarray(privateKeyHeader.length);
  return { privateKey: privateKeyPrefix + seed.toString("base64url"), publicKey: publicKeyOf(privateKey) };
}

/** The public keys with their first days, oldest first; none where the operator has no key. */
export const recordPublicKeys = (): RecordPublicKey[] => recordKeys().publicKeys;

/** Signs a text. @returns null where there is no key */
export function signForRecord(text: string): { publicKey: string; signature: string } | null {
  const { signing } = recordKeys();
  if (!signing) return null;
  return { publicKey: signing.publicKey, signature: sign(null, Buffer.from(text), signing.key).toString("base64url") };
}

/** The keys of the settings, read once. @throws when they are not a pair */
export function recordKeys() {
  loaded ??= readKeys();
  return loaded;
}

function readKeys(): NonNullable<typeof loaded> {
  const { RECORD_KEY, RECORD_KEY_FILE, RECORD_PUBLIC_KEYS } = env();
  const text = RECORD_KEY ?? (RECORD_KEY_FILE && readFileSync(RECORD_KEY_FILE, "utf8"));
  const signing = text ? parsePrivateKey(text) : null;
  if (!RECORD_PUBLIC_KEYS)
    return { signing, publicKeys: signing ? [{ publicKey: signing.publicKey, from: null }] : [] };
  const publicKeys = parsePublicKeys(RECORD_PUBLIC_KEYS);
  if (signing && publicKeys.at(-1)?.publicKey !== signing.publicKey)
    throw new Error("RECORD_PUBLIC_KEYS: the last one must be that of RECORD_KEY.");
  return { signing, publicKeys };
}

/** From the line of a file whose other lines are comments. @throws when there is none */
function parsePrivateKey(text: string): SigningKey {
  const line = text.split("\n").find((one) => one.startsWith(privateKeyPrefix)) ?? "";
  const seed = Buffer.from(line.trim().slice(privateKeyPrefix.length), "base64url");
  if (seed.length !== 32) throw new Error("RECORD_KEY_FILE: it holds no key that `ops record-key` made.");
  const key = createPrivateKey({ key: Buffer.concat([privateKeyHeader, seed]), format: "der", type: "pkcs8" });
  return { key, publicKey: publicKeyOf(key) };
}

const publicKeyOf = (key: KeyObject): string =>
  publicKeyPrefix + String(createPublicKey(key).export({ format: "jwk" }).x);
