import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type ErrorPageKind, errorHtml } from "@/lib/server/error-page";
import { contentSecurityPolicy } from "@/lib/server/security-headers";

// For what Node refuses before there is a request: by itself it would close the connection with an empty response.

const statuses: Record<string, ErrorPageKind & number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers with a page of ours, unless the client has gone or a response is under way, and closes the connection. */
export function sendConnectionError(error: NodeJS.ErrnoException, socket: Duplex): void {
  const { _httpMessage: underWay } = socket as Duplex & { _httpMessage?: ServerResponse | null };
  if (error.code === "ECONNRESET" || !socket.writable || underWay?.headersSent) {
    socket.destroy();
    return;
  }
  const status = statuses[error.code ?? ""] ?? 400;
  const body = errorHtml(status);
  const headers = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Connection: close",
    "Cache-Control: no-store",
    "Content-Type: text/html; charset=utf-8",
    "X-Content-Type-Options: nosniff",
    `Content-Security-Policy: ${contentSecurityPolicy()}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  // destroyed once it is written: a client that goes on sending holds nothing
  socket.end(`${headers.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}
