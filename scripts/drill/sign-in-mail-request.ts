import { fetchPage, hiddenFields, multipart } from "@/scripts/bench/http-requests";
import { type RawResponse, sendRawRequest } from "@/scripts/drill/raw-request";

const forms = new Map<number, Promise<Map<string, string>>>();

/** Requests a sign-in mail by the page's form, without JavaScript. @param from the client's address, as a proxy reports it */
export async function requestSignInMail(
  port: number,
  email: string,
  from: string,
  cookie = "",
): Promise<RawResponse | null> {
  if (!forms.has(port)) forms.set(port, readSignInForm(port));
  const fields = new Map([...((await forms.get(port)) ?? [])]).set("email", email);
  const headers = ["Accept-Encoding: identity", `X-Forwarded-For: ${from}`];
  if (cookie) headers.push(`Cookie: ${cookie}`);
  return sendRawRequest(port, multipart("/sign-in", port, fields, headers));
}

async function readSignInForm(port: number): Promise<Map<string, string>> {
  const forms = (await fetchPage("/sign-in", port)).match(/<form[\s\S]*?<\/form>/g) ?? [];
  return hiddenFields(forms.find((html) => html.includes('name="email"')) ?? "");
}
