import { randomInt } from "node:crypto";
import { hiddenFields } from "@/scripts/bench/http-requests";

/** A page, or whatever else came; `text` is what a person reads of it. */
export type HttpPage = {
  address: string;
  status: number;
  location: string;
  html: string;
  text: string;
  cookies: string[];
};
export type HttpBrowser = ReturnType<typeof openHttpBrowser>;

/**
 * A browser without scripts, on a network of its own: it has cookies for each site, and sends the forms of pages. It
 * follows no redirect by itself.
 * @param base where our service listens
 * @param origin the public address of our service, if it is another
 */
export function openHttpBrowser(base: string, origin = base) {
  const jars = new Map<string, Map<string, string>>();
  const network = `198.20.${randomInt(256)}.${randomInt(256)}`;
  const jarOf = (site: string) => {
    const jar = jars.get(site) ?? new Map<string, string>();
    jars.set(site, jar);
    return jar;
  };

  async function send(address: string, init: RequestInit = {}): Promise<HttpPage> {
    const url = new URL(address, origin);
    const jar = jarOf(url.origin);
    const headers: Record<string, string> = {
      "x-forwarded-for": network,
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
      ...(init.method === "POST" && { origin: url.origin }),
    };
    const at = url.origin === origin ? `${base}${url.pathname}${url.search}` : url.href;
    const response = await fetch(at, { ...init, redirect: "manual", headers: { ...headers, ...init.headers } });
    const cookies = response.headers.getSetCookie();
    for (const cookie of cookies) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "" || /max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    const html = await response.text();
    const location = response.headers.get("location") ?? "";
    return { address: url.href, status: response.status, location, html, text: textOf(html), cookies };
  }

  return {
    get: (address: string) => send(address),
    head: (address: string) => send(address, { method: "HEAD" }),
    post: (address: string, form: FormData, headers: Record<string, string> = {}) =>
      send(address, { method: "POST", body: form, headers }),
    /** Sends the form of a page that holds this HTML, such as a field or the text of a button. */
    submit: (page: HttpPage, holds: string, typed: Record<string, string> = {}) => {
      const { action, form, isMultipart } = formOf(page, holds, typed);
      const body = isMultipart ? form : new URLSearchParams([...form] as [string, string][]);
      return send(action, { method: "POST", body });
    },
    /** Goes where the answer leads, and on from there. */
    follow: async (page: HttpPage): Promise<HttpPage> => {
      let here = page;
      for (let steps = 0; here.location && steps < 12; steps++)
        here = await send(new URL(here.location, here.address).href);
      return here;
    },
    cookie: (name: string) => jarOf(origin).get(name),
    setCookie: (name: string, value: string) => void jarOf(origin).set(name, value),
  };
}

/** A form of a page, filled in, and where it goes to. @throws when no form holds this */
export function formOf(page: HttpPage, holds: string, typed: Record<string, string> = {}) {
  const html = (page.html.match(/<form[\s\S]*?<\/form>/g) ?? []).find((each) => each.includes(holds));
  if (!html) throw new Error(`No form at ${page.address} (${page.status}) holds ${holds}: ${page.text}`);
  const form = new FormData();
  for (const [name, value] of hiddenFields(html)) form.set(name, value);
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  const action = /^<form[^>]*\saction="([^"]+)"/.exec(html)?.[1] ?? page.address;
  const isMultipart = /^<form[^>]*multipart/i.test(html);
  return { action: new URL(action, page.address).href, form, isMultipart };
}

const textOf = (html: string) =>
  html
    .replace(/<(head|script|style)[\s>][\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, " ");
