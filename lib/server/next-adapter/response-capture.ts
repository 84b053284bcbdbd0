import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";

export type CapturedResponse = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

type CaptureOptions = {
  /** Whether an answer of this content type goes out as it comes. */
  shouldPassThrough: (contentType: string) => boolean;
  /** Called before the first byte of such an answer: the last moment to set headers. */
  onPassThrough: () => void;
  /** Called once with any other answer, when it is whole. Nothing has been sent, and `res` is as new. */
  onComplete: (captured: CapturedResponse) => void;
};

type WriteHeadArguments =
  | [reason: string, headers?: OutgoingHttpHeaders]
  | [headers?: OutgoingHttpHeaders | OutgoingHttpHeader[]];
type Chunk = string | Uint8Array;
type Callback = () => void;

/** Holds back what a handler writes to `res`, so that it can be changed before it is sent. */
export function captureResponse(
  res: ServerResponse,
  { shouldPassThrough, onPassThrough, onComplete }: CaptureOptions,
): void {
  const chunks: Buffer[] = [];
  let hasStarted = false;
  let isPassThrough = false;

  const start = () => {
    if (hasStarted) return;
    hasStarted = true;
    isPassThrough = shouldPassThrough(String(res.getHeader("content-type") ?? ""));
    if (!isPassThrough) return;
    restore();
    onPassThrough();
  };
  const bufferChunk = (chunk: Chunk | undefined, encoding: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk, encoding as BufferEncoding));
    else if (chunk) chunks.push(Buffer.from(chunk)); // a copy: the writer may use its memory again
  };
  const overrides = {
    writeHead(status: number, ...rest: WriteHeadArguments) {
      res.statusCode = status;
      setHeaders(
        res,
        rest.find((part) => typeof part === "object"),
      );
      return res;
    },
    flushHeaders() {
      start();
      if (isPassThrough) res.flushHeaders();
    },
    write(chunk: Chunk, encoding?: BufferEncoding | Callback, done?: Callback): boolean {
      start();
      if (isPassThrough)
        return typeof encoding === "string" ? res.write(chunk, encoding, done) : res.write(chunk, encoding);
      bufferChunk(chunk, typeof encoding === "string" ? encoding : undefined);
      const callback = typeof encoding === "function" ? encoding : done;
      if (callback) process.nextTick(callback);
      return true;
    },
    end(chunk?: Chunk | Callback, encoding?: BufferEncoding | Callback, done?: Callback) {
      start();
      const lastChunk = typeof chunk === "function" ? undefined : chunk;
      const callback = [chunk, encoding, done].find((part) => typeof part === "function") as Callback | undefined;
      if (isPassThrough) return lastChunk === undefined ? res.end(callback) : res.end(lastChunk, callback);
      bufferChunk(lastChunk, typeof encoding === "string" ? encoding : undefined);
      if (callback) res.once("finish", callback);
      restore();
      const headers = { ...res.getHeaders() };
      for (const name of Object.keys(headers)) res.removeHeader(name);
      onComplete({ status: res.statusCode, headers, body: Buffer.concat(chunks) });
      return res;
    },
  };
  function restore() {
    for (const name of Object.keys(overrides)) Reflect.deleteProperty(res, name);
  }
  Object.assign(res, overrides);
}

function setHeaders(res: ServerResponse, headers?: OutgoingHttpHeaders | OutgoingHttpHeader[]): void {
  if (Array.isArray(headers)) {
    for (let i = 0; i + 1 < headers.length; i += 2) res.appendHeader(String(headers[i]), headers[i + 1] as string);
    return;
  }
  for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) res.setHeader(name, value);
}
