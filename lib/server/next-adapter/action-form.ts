import { IncomingMessage } from "node:http";
import { Socket } from "node:net";

/** What was sent with a request, whole, and of what kind it says that it is. */
export type Form = { type: string | undefined; body: Buffer<ArrayBuffer> };

/** Reads it; how long it may be was looked at before. */
export function readForm(req: IncomingMessage): Promise<Form> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk) => chunks.push(chunk));
    req.on("end", () => resolve({ type: req.headers["content-type"], body: Buffer.concat(chunks) }));
    req.on("error", reject);
  });
}

/** Its fields. @throws when it is no form */
export const fieldsOf = ({ type = "", body }: Form): Promise<FormData> =>
  new Response(body, { headers: { "content-type": type } }).formData();

/** The same request with what was read of it, for whoever reads it next. */
export function withForm(req: IncomingMessage, { body }: Form): IncomingMessage {
  const again = new IncomingMessage(new Socket()); // its own, or who stops reading would end the connection
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = req;
  Object.assign(again, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  again.complete = true;
  if (body.length > 0) again.push(body);
  again.push(null);
  return again;
}

/**
 * Whether a form can be read at all, and in it what React keeps there of a deed. Asked once something failed: Next reads
 * a form before it calls anything of ours, so one that cannot be read is why.
 */
export async function isReadable(sent: Form): Promise<boolean> {
  if (sent.type === undefined) return true; // it does not say that it is one
  const form = await fieldsOf(sent).catch(() => null);
  return form !== null && [...form].every(([name, value]) => isReadableField(form, name, value));
}

/** "$ACTION_1:0" holds as JSON which deed it is, and may name another field that holds what is bound to it. */
function isReadableField(form: FormData, name: string, value: FormDataEntryValue): boolean {
  const [, ofDeed] = /^(\$ACTION_\w+:)[0-9a-f]+$/.exec(name) ?? [];
  if (!ofDeed) return true;
  try {
    // by a reviver, as React reads it: what is too deep exhausts both
    const told: unknown = JSON.parse(String(value), (_key, part) => part);
    const { bound } = Object(told) as { bound?: unknown };
    return typeof bound !== "string" || form.has(`${ofDeed}${bound.replace("$@", "")}`);
  } catch {
    return false;
  }
}
