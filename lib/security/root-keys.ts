import { createHash, hkdfSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { env } from "@/lib/env";

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
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new Error("SECRET_KEY_FILE: the file must hold 64 hexadecimal digits.");
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

/**
 * The key of an index for one purpose (32 bytes). Indexes cannot be rotated with the other keys: after SECRET_KEY has
 * changed, INDEX_KEY holds the old one.
 */
export function indexKeyFor(purpose: string): Buffer {
  const { INDEX_KEY } = env();
  indexRootKey ??= INDEX_KEY ? Buffer.from(INDEX_KEY, "hex") : rootKeys()[0].key;
  const key = indexKeys.get(purpose) ?? deriveKey(indexRootKey, purpose);
  indexKeys.set(purpose, key); // a few purposes, and two more each day
  return key;
}

/** Each purpose has its own key. */
const deriveKey = (key: Buffer, purpose: string) => Buffer.from(hkdfSync("sha256", key, "at-the-table", purpose, 32));
