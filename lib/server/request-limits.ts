import type { IncomingMessage, Server } from "node:http";

export type RefusalStatus = 400 | 405 | 411 | 413 | 414 | 415;

const methods = new Set(["GET", "HEAD", "POST", "PUT", "OPTIONS"]); // PUT keeps drafts
const maxUrlLength = 2048;
const kilobyte = 1024;

/** The largest body in bytes, by the beginning of the path; the first that fits counts. */
const bodyLimits: [path: string, bytes: number][] = [
  ["/unions/meetings/", 1100 * kilobyte], // a sheet of comments, and the form round it
  ["/officer/strategies/", 9 * 1024 * kilobyte], // a whole strategy, pasted or as a document with pictures
  ["/", 256 * kilobyte],
];

/** Time limits in milliseconds: a slow phone gets its minute, a stalled client does not hold a connection. */
export const serverOptions = {
  maxHeaderSize: 16 * kilobyte,
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
} satisfies Partial<Server> & Record<string, number>;

/** The status to refuse this request with, or null. */
export function refusalStatus(req: Pick<IncomingMessage, "method" | "url" | "headers">): RefusalStatus | null {
  const { method = "", url = "", headers } = req;
  if (!methods.has(method)) return 405;
  if (url.length > maxUrlLength) return 414;
  if (!url.startsWith("/")) return 400; // a whole address is for proxies
  if (!isValidText(url)) return 400;
  // no browser packs a form; what is small here may be endless when unpacked
  if (headers["content-encoding"] !== undefined && headers["content-encoding"] !== "identity") return 415;
  // browsers say how long a form is; one that does not say could be without end
  if (headers["transfer-encoding"] !== undefined) return 411;
  const limit = bodyLimits.find(([path]) => url.startsWith(path))?.[1] ?? 0;
  return Number(headers["content-length"] ?? 0) > limit ? 413 : null;
}

/** Whether an address is text at all: no NUL, which no table keeps, and nothing but UTF-8 behind its percent signs. */
function isValidText(url: string): boolean {
  if (!url.includes("%")) return true;
  try {
    return !decodeURIComponent(url.replaceAll("+", " ")).includes("\0");
  } catch {
    return false;
  }
}
