import { idPlace } from "@/scripts/bench/measure";

/** A GET as a browser sends it. */
export function get(path: string, port: number, cookie?: string): string {
  const lines = [`GET ${path} HTTP/1.1`, `Host: localhost:${port}`, "Accept-Encoding: gzip", "Sec-Fetch-Site: none"];
  if (cookie) lines.push(`Cookie: ${cookie}`);
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/**
 * The sending of a checked comment by somebody without JavaScript: the form of the page, its hidden fields as they
 * are, the text typed in, a new form each time.
 */
export async function postComment(path: string, port: number, encoding = "gzip"): Promise<string> {
  const page = await (
    await fetch(`http://127.0.0.1:${port}${path}`, { headers: { host: `localhost:${port}` } })
  ).text();
  const fields = hiddenFields(page);
  if (![...fields.keys()].some((name) => name.startsWith("$ACTION"))) throw new Error(`There is no form at ${path}.`);
  fields
    .set("formId", idPlace)
    .set("text", "The first bus is at six. My shift starts at half past five. Please run one earlier.");
  fields.set("stance", "for").set("step", "send");
  const boundary = "----bench-form";
  const parts = [...fields].map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = `${parts.join("")}--${boundary}--\r\n`;
  const head = [
    `POST ${path}/send HTTP/1.1`,
    `Host: localhost:${port}`,
    `Origin: http://localhost:${port}`,
    "Sec-Fetch-Site: same-origin",
    `Accept-Encoding: ${encoding}`,
    `Content-Type: multipart/form-data; boundary=${boundary}`,
    `Content-Length: ${Buffer.byteLength(body, "latin1")}`,
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}

function hiddenFields(page: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [tag] of page.matchAll(/<input [^>]*type="hidden"[^>]*>/g)) {
    const read = (attribute: string) => new RegExp(`${attribute}="([^"]*)"`).exec(tag)?.[1] ?? "";
    fields.set(plain(read("name")), plain(read("value")));
  }
  return fields;
}

const plain = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
