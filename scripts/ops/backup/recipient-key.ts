import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from "node:crypto";

// Backups for a recipient: X25519 with a key pair made for each file, HKDF-SHA256, then AES-256-GCM. Only the private
// key opens one, and it is never on the machine that runs the service.

const recipientPrefix = "att-backup-";
const identityPrefix = "att-identity-";
const privateKeyHeader = Buffer.from("302e020100300506032b656e04220420", "hex"); // PKCS #8, X25519

export const publicKeyLength = 32;

/** A new key pair: the public key, which seals a backup, and the private one, which opens it. */
export function createBackupKey(): { recipient: string; identity: string } {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  const secret = privateKey.export({ format: "der", type: "pkcs8" }).subarray(privateKeyHeader.length);
  return {
    recipient: recipientPrefix + rawPublicKey(publicKey).toString("base64url"),
    identity: identityPrefix + secret.toString("base64url"),
  };
}

/** The public key of a recipient. @throws when the text is not one */
export function parseRecipient(text: string): KeyObject {
  const bytes = bytesAfter(recipientPrefix, text.trim());
  if (!bytes) throw new Error(`A recipient begins with ${recipientPrefix}: \`ops backup-key\` makes one.`);
  return publicKeyOf(bytes);
}

/** The private key in an identity's file, whose other lines are comments. @throws when there is none */
export function parseIdentity(text: string): KeyObject {
  const line = text.split("\n").find((one) => one.startsWith(identityPrefix));
  const bytes = line && bytesAfter(identityPrefix, line.trim());
  if (!bytes) throw new Error("This file holds no key that opens backups.");
  return createPrivateKey({ key: Buffer.concat([privateKeyHeader, bytes]), format: "der", type: "pkcs8" });
}

/** The key of one new file, and the public key by which its recipient finds it. */
export function sealToRecipient(recipient: KeyObject, salt: Buffer): { key: Buffer; publicKey: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync("x25519");
  const own = rawPublicKey(publicKey);
  const shared = diffieHellman({ privateKey, publicKey: recipient });
  return { key: deriveFileKey(shared, salt, own, rawPublicKey(recipient)), publicKey: own };
}

/** The key of a file that was sealed for this identity; another identity derives another key. */
export function openAsRecipient(identity: KeyObject, salt: Buffer, publicKey: Buffer): Buffer {
  const shared = diffieHellman({ privateKey: identity, publicKey: publicKeyOf(publicKey) });
  return deriveFileKey(shared, salt, publicKey, rawPublicKey(createPublicKey(identity)));
}

function deriveFileKey(shared: Buffer, salt: Buffer, own: Buffer, recipient: Buffer): Buffer {
  const info = Buffer.concat([Buffer.from("at-the-table backup"), own, recipient]);
  return Buffer.from(hkdfSync("sha256", shared, salt, info, 32));
}

const publicKeyOf = (raw: Buffer): KeyObject =>
  createPublicKey({ key: { kty: "OKP", crv: "X25519", x: raw.toString("base64url") }, format: "jwk" });

const rawPublicKey = (key: KeyObject): Buffer => Buffer.from(key.export({ format: "jwk" }).x ?? "", "base64url");

function bytesAfter(prefix: string, text: string): Buffer | null {
  const bytes = Buffer.from(text.slice(prefix.length), "base64url");
  return text.startsWith(prefix) && bytes.length === publicKeyLength ? bytes : null;
}
