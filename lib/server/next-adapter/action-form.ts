import type { IncomingHttpHeaders } from "node:http";
import { parseFormData, type RequestBody } from "@/lib/server/request-body";

/** Whether Next's script sends the form, which names the action in a header and reads a redirect from another. */
export const isScriptRequest = (headers: IncomingHttpHeaders): boolean => headers["next-action"] !== undefined;

/** The fields of a posted form, under their own names; null when it is none. Next's script numbers them: "_1_text". */
export async function submittedForm(body: RequestBody, headers: IncomingHttpHeaders): Promise<FormData | null> {
  const posted = await parseFormData(body).catch(() => null);
  if (!posted || !isScriptRequest(headers)) return posted;
  const form = new FormData();
  for (const [name, value] of posted) {
    const [, ownName] = /^_?[0-9a-f]+_(.+)$/s.exec(name) ?? [];
    if (ownName === undefined) continue;
    if (typeof value === "string") form.append(ownName, value);
    else form.append(ownName, value);
  }
  return form;
}

/**
 * Whether a form can be parsed, with the fields in which React names an action. For a form that failed: Next parses
 * it before it calls anything of ours, so that one that cannot be parsed is the reason.
 */
export async function isParsableForm(requestBody: RequestBody): Promise<boolean> {
  if (requestBody.type === undefined) return true; // it does not claim to be one
  const form = await parseFormData(requestBody).catch(() => null);
  return form !== null && [...form].every(([name, value]) => isParsableField(form, name, value));
}

/** "$ACTION_1:0" names the action in JSON, and perhaps another field that holds the values bound to it. */
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
