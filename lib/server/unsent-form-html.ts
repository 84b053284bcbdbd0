import type { IncomingMessage } from "node:http";
import { escapeHtml } from "@/lib/characters";
import { parseFormData, type RequestBody } from "@/lib/server/request-body";

/**
 * What was posted, on a page of its own: texts to be read and copied, and a button that sends all of it again to the same
 * address, also an address or a code that was typed. A file has to be chosen again. Empty when it is no form of a page.
 * @param url that it was posted to
 * @param isTaken whether the address takes the same form again; otherwise there is no button, and no page without texts
 */
export async function unsentFormHtml(
  { url = "/" }: Pick<IncomingMessage, "url">,
  body: RequestBody | undefined,
  isTaken = true,
): Promise<string> {
  if (!body) return "";
  const form = await parseFormData(body).catch(() => null);
  const fields = [...(form ?? [])].flatMap(([name, value]) => (typeof value === "string" ? [{ name, value }] : []));
  const isText = ({ name, value }: { name: string; value: string }) => !name.startsWith("$") && /\S\s+\S/.test(value);
  const texts = fields.filter(isText);
  if (fields.length === 0 || (texts.length === 0 && !isTaken)) return "";
  const typed = texts.length > 0 ? "<h2>What you typed</h2>" : "";
  const file = fields.length < [...(form ?? [])].length ? "<p>Go back to choose your file again.</p>" : "";
  return `<form method="post" action="${escapeHtml(url)}" enctype="multipart/form-data">
${typed}
${texts.map(({ value }) => `<p><textarea rows="8" cols="60" readonly aria-label="What you typed">\n${escapeHtml(value)}</textarea></p>`).join("\n")}
${fields.map(({ name, value }) => `<input type="hidden" name="${escapeHtml(name)}" value="${attribute(value)}">`).join("\n")}
${isTaken ? "<p><button>Send it again</button></p>" : ""}</form>${isTaken ? file : ""}`;
}

/** As an attribute holds it: a browser would read a line break of its own kind as another. */
const attribute = (value: string) => escapeHtml(value).replaceAll("\r", "&#13;").replaceAll("\n", "&#10;");
