import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";

export type Captured = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

type Settings = {
  /** Whether an answer of this content type goes out as it comes. */
  passes: (contentType: string) => boolean;
  /** Called before the first byte of such an answer: the last moment to set headers. */
  onPass: () => void;
  /** Called once with any other answer, when it is whole. Nothing has been sent, and `res` is as new. */
  onWhole: (captured: Captured) => void;
};

type Head = [reason: string, headers?: OutgoingHttpHeaders] | [headers?: OutgoingHttpHeaders | OutgoingHttpHeader[]];
type Chunk = string | Uint8Array;
type Done = () => void;

/** Holds back what a handler writes to `res`, so that it can be changed before it is sent. */
export function capture(res: ServerResponse, { passes, onPass, onWhole }: Settings): void {
  const chunks: Buffer[] = [];
  let begun = false;
  let passing = false;

  const begin = () => {
    if (begun) return;
    begun = true;
    passing = passes(String(res.getHeader("content-type") ?? ""));
    if (!passing) return;
    release();
    onPass();
  };
  const keep = (chunk: Chunk | undefined, encoding: unknown) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk, encoding as BufferEncoding));
    else if (chunk) chunks.push(Buffer.from(chunk)); // a copy: the writer may use its memory again
  };
  const held = {
    writeHead(status: number, ...rest: Head) {
      res.statusCode = status;
      setHeaders(
        res,
        rest.find((part) => typeof part === "object"),
      );
      return res;
    },
    flushHeaders() {
      begin();
      if (passing) res.flushHeaders();
    },
    write(chunk: Chunk, encoding?: BufferEncoding | Done, done?: Done): boolean {
      begin();
      if (passing) return typeof encoding === "string" ? res.write(chunk, encoding, done) : res.write(chunk, encoding);
      keep(chunk, typeof encoding === "string" ? encoding : undefined);
      const after = typeof encoding === "function" ? encoding : done;
      if (after) process.nextTick(after);
      return true;
    },
    end(chunk?: Chunk | Done, encoding?: BufferEncoding | Done, done?: Done) {
      begin();
      const last = typeof chunk === "function" ? undefined : chunk;
      const after = [chunk, encoding, done].find((part) => typeof part === "function") as Done | undefined;
      if (passing) return last === undefined ? res.end(after) : res.end(last, after);
      keep(last, typeof encoding === "string" ? encoding : undefined);
      if (after) res.once("finish", after);
      release();
      const headers = { ...res.getHeaders() };
      for (const name of Object.keys(headers)) res.removeHeader(name);
      onWhole({ status: res.statusCode, headers, body: Buffer.concat(chunks) });
      return res;
    },
  };
  function release() {
    for (const name of Object.keys(held)) Reflect.deleteProperty(res, name);
  }
  Object.assign(res, held);
}

function setHeaders(res: ServerResponse, headers?: OutgoingHttpHeaders | OutgoingHttpHeader[]): void {
  if (Array.isArray(headers)) {
    for (let i = 0; i + 1 < headers.length; i += 2) res.appendHeader(String(headers[i]), headers[i + 1] as string);
    return;
  }
  for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) res.setHeader(name, value);
}
