import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { acceptedEncodings, compress, type Encoding, isCompressible } from "@/lib/server/compression";
import type { Exchange } from "@/lib/server/context";
import { elapsedSince } from "@/lib/server/log";

type Variant = { headers: string[]; body: Buffer };

/** A response in memory, with its headers and encodings made beforehand. */
export type CachedResponse = {
  route: string;
  hash: string;
  notModified: string[];
  variants: Map<Encoding, Variant>;
  fixedHeaders: string[];
  onGrow: (bytes: number) => void;
};

/**
 * Prepares a response in every encoding before anybody gets it: the first reader must not get other headers than the
 * next, which would show that nobody has read the page yet.
 * @param fixed headers of every variant but Content-Type, names and values in turn
 */
export async function createCachedResponse(
  route: string,
  contentType: string,
  fixed: string[],
  body: Buffer,
): Promise<CachedResponse> {
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const commonHeaders = [...fixed, "Vary", "Accept-Encoding"];
  const notModified = [...commonHeaders, "ETag", `W/"${hash}"`];
  const headers = [...commonHeaders, "Content-Type", contentType];
  const response: CachedResponse = {
    route,
    hash,
    notModified,
    variants: new Map(),
    fixedHeaders: headers,
    onGrow: () => {},
  };
  addVariant(response, "identity", body);
  if (isCompressible(contentType))
    for (const encoding of ["gzip", "br"] as const) await addCompressed(response, body, encoding);
  return response;
}

/** Sends a response from memory, and writes the line of the log. */
export function sendFromMemory({ server, req, res, method, start }: Exchange, cached: CachedResponse): void {
  const status = sendCachedResponse(req, res, cached);
  server.log.request({ method, route: cached.route, status, ms: elapsedSince(start), cached: true });
}

/** 200, or 304 when the client has it already. @returns the status */
export function sendCachedResponse(req: IncomingMessage, res: ServerResponse, response: CachedResponse): 200 | 304 {
  const etags = req.headers["if-none-match"];
  if (etags !== undefined && (etags === "*" || etags.includes(response.hash))) {
    res.writeHead(304, response.notModified);
    res.end();
    return 304;
  }
  const variant = chooseVariant(response, acceptedEncodings(req.headers["accept-encoding"]));
  res.writeHead(200, variant.headers);
  if (req.method === "HEAD") res.end();
  else res.end(variant.body);
  return 200;
}

/** How much memory it takes, in bytes. */
export function memorySize(response: CachedResponse): number {
  let bytes = 2048;
  for (const { body } of response.variants.values()) bytes += body.length;
  return bytes;
}

function chooseVariant(response: CachedResponse, encodings: Encoding[]): Variant {
  const plain = response.variants.get("identity") as Variant;
  for (const encoding of encodings) {
    const variant = response.variants.get(encoding);
    if (variant) return variant;
  }
  return plain;
}

async function addCompressed(response: CachedResponse, body: Buffer, encoding: Encoding): Promise<void> {
  const compressed = await compress(body, encoding);
  if (compressed.encoding !== "identity" && compressed.body.length < body.length)
    addVariant(response, compressed.encoding, compressed.body);
}

function addVariant(response: CachedResponse, encoding: Encoding, body: Buffer): void {
  const headers = [
    ...response.fixedHeaders,
    "ETag",
    `"${response.hash}-${encoding}"`,
    "Content-Length",
    String(body.length),
  ];
  if (encoding !== "identity") headers.push("Content-Encoding", encoding);
  response.variants.set(encoding, { headers, body });
  response.onGrow(body.length);
}
