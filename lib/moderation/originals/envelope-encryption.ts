import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { newId } from "@/lib/security/encryption";
import { sealFor, unsealFrom } from "@/lib/security/sealed-columns";

type SealedEnvelope = { id: string; sealedKey: Uint8Array<ArrayBuffer>; sealedText: Uint8Array<ArrayBuffer> };

/**
 * Encrypts a text by AES-256-GCM under a new key (12 bytes nonce, 16 bytes tag, ciphertext), and seals the key by the
 * root key, for the row with this id.
 */
export function sealEnvelope(text: string): SealedEnvelope {
  const id = newId();
  const key = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return {
    id,
    sealedKey: sealFor("sealed_originals.sealedKey", id, key.toString("base64")),
    sealedText: Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), body])),
  };
}

type EnvelopeRow = { id: string; sealedKey: Uint8Array; sealedText: Uint8Array };

/** Decrypts the result of `sealEnvelope`. @throws when the root key is another, or a byte was changed */
export function openEnvelope({ id, sealedKey, sealedText }: EnvelopeRow): string {
  const key = Buffer.from(unsealFrom("sealed_originals.sealedKey", id, sealedKey), "base64");
  const bytes = Buffer.from(sealedText);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
