import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

const acceptCache = new Map<string, Encoding[]>();

/** The encodings that a client accepts, best first; "identity" is always last. */
export function acceptedEncodings(header: string | undefined): Encoding[] {
  const text = header ?? "";
  const cached = acceptCache.get(text);
  if (cached) return cached;
  const weights = new Map(
    text.split(",").map((part) => {
      const [name = "", q] = part
        .trim()
        .toLowerCase()
        .split(/;\s*q=/);
      return [name, q === undefined ? 1 : Number(q) || 0] as const;
    }),
  );
  const isAccepted = (name: Encoding) => (weights.get(name) ?? weights.get("*") ?? 0) > 0;
  const list = [...(["br", "gzip"] as const).filter(isAccepted), "identity" as const];
  if (acceptCache.size < 200) acceptCache.set(text, list); // clients send few different ones; an attacker sends many
  return list;
}

/** Whether a kind of content gets smaller. An event stream must not wait for a compressor. */
export function isCompressible(contentType: string): boolean {
  if (contentType.startsWith("text/event-stream")) return false;
  return /^(text\/|application\/(json|javascript|xml|manifest\+json|[a-z.+-]+\+(json|xml))|image\/svg)/.test(
    contentType,
  );
}

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

/** Compresses off the main thread. Small bodies come back as they are, under "identity". */
export async function compress(body: Buffer, encoding: Encoding): Promise<{ body: Buffer; encoding: Encoding }> {
  if (encoding === "identity" || body.length < 500) return { body, encoding: "identity" };
  if (encoding === "gzip") return { body: await gzipAsync(body), encoding };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length };
  return { body: await brotliAsync(body, { params }), encoding };
}
