import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { accepted, compress, type Encoding, isCompressible } from "@/lib/server/compression";

type Variant = { headers: string[]; body: Buffer };

/** An answer that waits in memory, with its headers and encodings made beforehand. */
export type Ready = {
  route: string;
  hash: string;
  notModified: string[];
  variants: Map<Encoding, Variant>;
  /** Set while brotli is being made, and after. */
  brotli: boolean;
  fixed: string[];
  onGrow: (bytes: number) => void;
};

/**
 * Makes an answer ready: the plain body and gzip now; brotli when somebody first asks for it.
 * @param fixed headers of every variant, names and values in turn, Content-Type among them
 */
export async function makeReady(route: string, contentType: string, fixed: string[], body: Buffer): Promise<Ready> {
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const own = [...fixed, "Vary", "Accept-Encoding"];
  const notModified = [...own, "ETag", `W/"${hash}"`];
  const headers = [...own, "Content-Type", contentType];
  const ready: Ready = {
    route,
    hash,
    notModified,
    variants: new Map(),
    brotli: false,
    fixed: headers,
    onGrow: () => {},
  };
  addVariant(ready, "identity", body);
  if (isCompressible(contentType)) await addCompressed(ready, body, "gzip");
  else ready.brotli = true;
  return ready;
}

/** Answers from memory: 200, or 304 when the client has it already. @returns the status */
export function sendReady(req: IncomingMessage, res: ServerResponse, ready: Ready): 200 | 304 {
  const has = req.headers["if-none-match"];
  if (has !== undefined && (has === "*" || has.includes(ready.hash))) {
    res.writeHead(304, ready.notModified);
    res.end();
    return 304;
  }
  const variant = choose(ready, accepted(req.headers["accept-encoding"]));
  res.writeHead(200, variant.headers);
  if (req.method === "HEAD") res.end();
  else res.end(variant.body);
  return 200;
}

/** How much memory it takes, in bytes. */
export function sizeOf(ready: Ready): number {
  let bytes = 2048;
  for (const { body } of ready.variants.values()) bytes += body.length;
  return bytes;
}

function choose(ready: Ready, takes: Encoding[]): Variant {
  const plain = ready.variants.get("identity") as Variant;
  if (takes[0] === "br" && !ready.brotli) {
    ready.brotli = true;
    setImmediate(() => addCompressed(ready, plain.body, "br").catch(() => {})); // gzip goes on serving
  }
  for (const encoding of takes) {
    const variant = ready.variants.get(encoding);
    if (variant) return variant;
  }
  return plain;
}

async function addCompressed(ready: Ready, body: Buffer, wanted: Encoding): Promise<void> {
  const made = await compress(body, wanted);
  if (made.encoding !== "identity" && made.body.length < body.length) addVariant(ready, made.encoding, made.body);
}

function addVariant(ready: Ready, encoding: Encoding, body: Buffer): void {
  const headers = [...ready.fixed, "ETag", `"${ready.hash}-${encoding}"`, "Content-Length", String(body.length)];
  if (encoding !== "identity") headers.push("Content-Encoding", encoding);
  ready.variants.set(encoding, { headers, body });
  ready.onGrow(body.length);
}
