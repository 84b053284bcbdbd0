import { idPlaceholder } from "@/scripts/bench/measurement";

/** A GET as a browser sends it. */
export function get(path: string, port: number, cookie?: string): string {
  const lines = [`GET ${path} HTTP/1.1`, `Host: localhost:${port}`, "Accept-Encoding: gzip", "Sec-Fetch-Site: none"];
  if (cookie) lines.push(`Cookie: ${cookie}`);
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/** What a browser that takes cookies has since the step before: without it the receipt is shown on a page of Next's. */
const cookieOfCheck = "Cookie: sent=checked";

/**
 * The sending of a checked comment by somebody without JavaScript: the form of the page, its hidden fields as they
 * are, the text typed in, a new form each time.
 */
export async function postComment(
  path: string,
  port: number,
  encoding = "gzip",
  text = "The first bus is at six. My shift starts at half past five. Please run one earlier.",
): Promise<string> {
  const fields = hiddenFields(await fetchPage(path, port));
  if (![...fields.keys()].some((name) => name.startsWith("$ACTION"))) throw new Error(`There is no form at ${path}.`);
  fields.set("formId", idPlaceholder).set("text", text).set("stance", "for").set("step", "send");
  return multipart(`${path}/send`, port, fields, [`Accept-Encoding: ${encoding}`, cookieOfCheck]);
}

/** A page as somebody without a session gets it. */
export const fetchPage = async (path: string, port: number): Promise<string> =>
  (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { host: `localhost:${port}` } })).text();

/** A form as a browser posts it from our own page. @param headers more lines of its head */
export function multipart(path: string, port: number, fields: Map<string, string>, headers: string[]): string {
  const boundary = "----bench-form";
  const parts = [...fields].map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = `${parts.join("")}--${boundary}--\r\n`;
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    `Origin: http://localhost:${port}`,
    "Sec-Fetch-Site: same-origin",
    `Content-Type: multipart/form-data; boundary=${boundary}`,
    `Content-Length: ${Buffer.byteLength(body, "latin1")}`,
    ...headers,
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}

/** The hidden fields of a page, or of part of one, that a browser sends: not those that are disabled. */
export function hiddenFields(page: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [tag] of page.matchAll(/<input [^>]*type="hidden"[^>]*>/g)) {
    if (tag.includes(" disabled=")) continue;
    const read = (attribute: string) => new RegExp(`${attribute}="([^"]*)"`).exec(tag)?.[1] ?? "";
    fields.set(decodeEntities(read("name")), decodeEntities(read("value")));
  }
  return fields;
}

const decodeEntities = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
