import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from "node:crypto";
import { purposeKey, sealingKeyId } from "@/lib/security/root-keys";
import { openAsRecipient, publicKeyLength, sealToRecipient } from "@/scripts/ops/backup/recipient-key";

// The file: a name, who opens it (1: the id of a root key, 4 bytes; 2: a public key made for the file, 32 bytes), a salt
// (16 bytes), then chunks of 64 kB at most, each with its
// length (4 bytes, the first bit marks the last) and its tag (16 bytes). The nonce is the chunk's number, so
// none can be left out, swapped or repeated; the last is marked, so the file cannot end early.
const magic = { rootKey: Buffer.from("at-the-table backup 1\n"), recipient: Buffer.from("at-the-table backup 2\n") };
export const magicLength = magic.rootKey.length;
const rootKeyIdLength = 4;
const saltLength = 16;
const tagLength = 16;
const chunkLength = 64 * 1024;
const last = 0x80000000;

/** A file that is not a complete backup of ours. `message` is for the operator. */
export class InvalidBackup extends Error {}

/** Whether a file that begins with these bytes is a backup of ours. */
export const isBackupMagic = (bytes: Buffer) => Object.values(magic).some((known) => known.equals(bytes));

/** Seals a stream of bytes, a chunk at a time: for a recipient, or by SECRET_KEY. */
export async function* encryptChunks(
  bytes: AsyncIterable<Uint8Array>,
  recipient: KeyObject | null,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltLength);
  const { head, key } = recipient ? headForRecipient(recipient, salt) : headForRootKey(salt);
  yield head;
  let number = 0;
  let buffered = Buffer.alloc(0);
  for await (const more of bytes) {
    buffered = Buffer.concat([buffered, more]);
    for (; buffered.length > chunkLength; buffered = buffered.subarray(chunkLength)) {
      yield encryptChunk(key, number++, buffered.subarray(0, chunkLength), 0);
    }
  }
  yield encryptChunk(key, number, buffered, last);
}

function headForRootKey(salt: Buffer) {
  const id = sealingKeyId();
  return { head: Buffer.concat([magic.rootKey, Buffer.from(id, "hex"), salt]), key: rootKeyOf(id, salt) };
}

function headForRecipient(recipient: KeyObject, salt: Buffer) {
  const { key, publicKey } = sealToRecipient(recipient, salt);
  return { head: Buffer.concat([magic.recipient, publicKey, salt]), key };
}

/** @throws InvalidBackup */
async function readKey(take: ByteReader, identity: KeyObject | null): Promise<Buffer> {
  const name = await take(magicLength);
  const isForRecipient = name?.equals(magic.recipient);
  const rest = await take((isForRecipient ? publicKeyLength : rootKeyIdLength) + saltLength);
  if (!name || !rest || !isBackupMagic(name)) throw new InvalidBackup("This is not a backup of At the Table.");
  if (!isForRecipient) return rootKeyOf(rest.toString("hex", 0, rootKeyIdLength), rest.subarray(rootKeyIdLength));
  if (!identity) throw new InvalidBackup("This backup is sealed for a recipient. Give its key with --identity FILE.");
  return openAsRecipient(identity, rest.subarray(publicKeyLength), rest.subarray(0, publicKeyLength));
}

/**
 * Opens what encryptChunks sealed, a chunk at a time.
 * @param identity the private key of the recipient
 * @throws InvalidBackup when it is another file, cut off, or changed
 */
export async function* decryptChunks(
  bytes: AsyncIterable<Uint8Array>,
  identity: KeyObject | null,
): AsyncGenerator<Buffer> {
  const take = createByteReader(bytes);
  const key = await readKey(take, identity);
  for (let number = 0; ; number++) {
    const length = await take(4);
    if (!length) throw new InvalidBackup("This backup is cut off: its end is missing.");
    const size = length.readUInt32BE() % last;
    if (size > chunkLength) throw new InvalidBackup("This backup was changed.");
    const sealed = await take(tagLength + size);
    if (!sealed) throw new InvalidBackup("This backup is cut off: its end is missing.");
    yield decryptChunk(key, number, length, sealed);
    if (length.readUInt32BE() < last) continue;
    if (await take(1)) throw new InvalidBackup("This backup was changed: there is data after its end.");
    return;
  }
}

const rootKeyOf = (id: string, salt: Buffer) => purposeKey(id, `backup:${salt.toString("hex")}`);

function encryptChunk(key: Buffer, number: number, chunk: Buffer, mark: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(mark + chunk.length);
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(number)).setAAD(length);
  const body = Buffer.concat([cipher.update(chunk), cipher.final()]);
  return Buffer.concat([length, cipher.getAuthTag(), body]);
}

function decryptChunk(key: Buffer, number: number, length: Buffer, sealed: Buffer): Buffer {
  const options = { authTagLength: tagLength };
  const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(number), options).setAAD(length);
  decipher.setAuthTag(sealed.subarray(0, tagLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(tagLength)), decipher.final()]);
  } catch {
    throw new InvalidBackup("This backup was changed, or another key sealed it.");
  }
}

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 6, 6);
  return nonce;
}

type ByteReader = (length: number) => Promise<Buffer | null>;

/** Takes so many bytes at a time from a stream; null when there are not so many left. */
export function createByteReader(bytes: AsyncIterable<Uint8Array>): ByteReader {
  const source = bytes[Symbol.asyncIterator]();
  let buffered: Buffer = Buffer.alloc(0);
  return async (length) => {
    const parts = [buffered];
    let have = buffered.length;
    while (have < length) {
      const { value, done } = await source.next();
      if (done) break;
      parts.push(Buffer.from(value));
      have += value.length;
    }
    buffered = Buffer.concat(parts);
    if (buffered.length < length) return null;
    const bytesTaken = buffered.subarray(0, length);
    buffered = buffered.subarray(length);
    return bytesTaken;
  };
}
