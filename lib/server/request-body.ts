import type { IncomingMessage } from "node:http";

/** The body of a request, and the content type that its sender gave it. */
export type RequestBody = { type: string | undefined; bytes: Buffer<ArrayBuffer> };

/** Reads all of it. Its length was checked before. */
export function readBody(req: IncomingMessage): Promise<RequestBody> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk) => chunks.push(chunk));
    req.on("end", () => resolve({ type: req.headers["content-type"], bytes: Buffer.concat(chunks) }));
    req.on("error", reject);
  });
}

/** Its fields. @throws when it is no form */
export const parseFormData = ({ type = "", bytes }: RequestBody): Promise<FormData> =>
  new Response(bytes, { headers: { "content-type": type } }).formData();
