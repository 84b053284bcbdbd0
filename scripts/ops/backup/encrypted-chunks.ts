import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { purposeKey, sealingKeyId } from "@/lib/security/root-keys";

// The file: a name, the id of the root key (4 bytes), a salt (16 bytes), then chunks of 64 kB at most, each with its
// length (4 bytes, the first bit marks the last) and its tag (16 bytes). The nonce is the chunk's number, so
// none can be left out, swapped or repeated; the last is marked, so the file cannot end early.
export const backupMagic = Buffer.from("at-the-table backup 1\n");
const saltLength = 16;
const tagLength = 16;
const chunkLength = 64 * 1024;
const last = 0x80000000;

/** A file that is not a complete backup of ours. `message` is for the operator. */
export class InvalidBackup extends Error {}

/** Seals a stream of bytes, a chunk at a time. */
export async function* encryptChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const id = sealingKeyId();
  const salt = randomBytes(saltLength);
  const key = keyOf(id, salt);
  yield Buffer.concat([backupMagic, Buffer.from(id, "hex"), salt]);
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

/** Opens what encryptChunks sealed, a chunk at a time. @throws InvalidBackup when it is another file, cut off, or changed */
export async function* decryptChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const take = createByteReader(bytes);
  const head = await take(backupMagic.length + 4 + saltLength);
  if (!head?.subarray(0, backupMagic.length).equals(backupMagic))
    throw new InvalidBackup("This is not a backup of At the Table.");
  const key = keyOf(
    head.toString("hex", backupMagic.length, backupMagic.length + 4),
    head.subarray(backupMagic.length + 4),
  );
  for (let number = 0; ; number++) {
    const length = await take(4);
    if (!length) throw new InvalidBackup("This backup is cut off: its end is missing.");
    const size = length.readUInt32BE() % last;
    if (size > chunkLength) throw new InvalidBackup("This backup was changed.");
    const sealed = await take(tagLength + size);
    if (!sealed) throw new InvalidBackup("This backup is cut off: its end is missing.");
    yield decryptChunk(key, number, length, sealed);
    if (length.readUInt32BE() < last) continue;
    if (await take(1)) throw new InvalidBackup("This backup was changed: something follows its end.");
    return;
  }
}

const keyOf = (id: string, salt: Buffer) => purposeKey(id, `backup:${salt.toString("hex")}`);

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

/** Takes so many bytes at a time from a stream; null when there are not so many left. */
export function createByteReader(bytes: AsyncIterable<Uint8Array>): (length: number) => Promise<Buffer | null> {
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
