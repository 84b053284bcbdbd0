import type { IncomingMessage } from "node:http";

/** The body of a request, and the content type that its sender gave it. */
export type RequestBody = { type: string | undefined; bytes: Buffer<ArrayBuffer> };

/** Bodies that were read to learn their length. */
const measured = new WeakMap<IncomingMessage, Buffer<ArrayBuffer>>();

/** Reads all of it. Its length was checked before. */
export async function readBody(req: IncomingMessage): Promise<RequestBody> {
  const bytes = measured.get(req) ?? (await readBytes(req, Number.POSITIVE_INFINITY)) ?? Buffer.alloc(0);
  return { type: req.headers["content-type"], bytes };
}

/**
 * Reads a body that comes without its length, as some proxies send a form, so that everything after takes it as one
 * with a length.
 * @returns whether it is within the limit
 */
export async function measureBody(req: IncomingMessage, limit: number): Promise<boolean> {
  const bytes = await readBytes(req, limit);
  if (!bytes) return false;
  measured.set(req, bytes);
  delete req.headers["transfer-encoding"];
  req.headers["content-length"] = String(bytes.length);
  return true;
}

/** @returns null when it is longer than the limit; the rest of it has then still to be read */
function readBytes(req: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer> | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    req.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) resolve(null);
      else chunks.push(chunk);
    });
    req.on("end", () => resolve(Buffer.concat(chunks)));
    req.on("error", reject);
  });
}

/** Reads and drops what is left, up to a limit, so that the browser shows our page in place of a broken connection. */
export function discardBody(req: IncomingMessage, limit: number): Promise<void> {
  return new Promise((done) => {
    let length = 0;
    req.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) done();
    });
    req.once("end", done).once("close", done);
    if (req.readableEnded) done();
  });
}

/** Its fields. @throws when it is no form */
export const parseFormData = ({ type = "", bytes }: RequestBody): Promise<FormData> =>
  new Response(bytes, { headers: { "content-type": type } }).formData();
