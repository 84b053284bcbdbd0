import { IncomingMessage } from "node:http";
import { Socket } from "node:net";

/** What was sent with a request, whole, and of what kind it says that it is. */
export type RequestBody = { type: string | undefined; body: Buffer<ArrayBuffer> };

/** Reads it; how long it may be was looked at before. */
export function readBody(req: IncomingMessage): Promise<RequestBody> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk) => chunks.push(chunk));
    req.on("end", () => resolve({ type: req.headers["content-type"], body: Buffer.concat(chunks) }));
    req.on("error", reject);
  });
}

/** Its fields. @throws when it is no form */
export const parseFormData = ({ type = "", body }: RequestBody): Promise<FormData> =>
  new Response(body, { headers: { "content-type": type } }).formData();

/** The same request with what was read of it, for whoever reads it next. */
export function withBody(req: IncomingMessage, { body }: RequestBody): IncomingMessage {
  const copy = new IncomingMessage(new Socket()); // its own, or who stops reading would end the connection
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = req;
  Object.assign(copy, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  copy.complete = true;
  if (body.length > 0) copy.push(body);
  copy.push(null);
  return copy;
}

/**
 * Whether a form can be read at all, and in it what React keeps there of a deed. Asked once something failed: Next reads
 * a form before it calls anything of ours, so one that cannot be read is why.
 */
export async function isParsableForm(requestBody: RequestBody): Promise<boolean> {
  if (requestBody.type === undefined) return true; // it does not say that it is one
  const form = await parseFormData(requestBody).catch(() => null);
  return form !== null && [...form].every(([name, value]) => isParsableField(form, name, value));
}

/** "$ACTION_1:0" holds as JSON which deed it is, and may name another field that holds what is bound to it. */
function isParsableField(form: FormData, name: string, value: FormDataEntryValue): boolean {
  const [, actionPrefix] = /^(\$ACTION_\w+:)[0-9a-f]+$/.exec(name) ?? [];
  if (!actionPrefix) return true;
  try {
    // by a reviver, as React reads it: what is too deep exhausts both
    const reference: unknown = JSON.parse(String(value), (_key, part) => part);
    const { bound } = Object(reference) as { bound?: unknown };
    return typeof bound !== "string" || form.has(`${actionPrefix}${bound.replace("$@", "")}`);
  } catch {
    return false;
  }
}
