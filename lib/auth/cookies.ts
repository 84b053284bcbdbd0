import { cookies } from "next/headers";
import type { NextResponse } from "next/server";
import { type CookieName, siteCookies } from "@/lib/auth/cookie.rules";
import { env } from "@/lib/env";
import { seal, unseal } from "@/lib/security/encryption";

// The only file that sets cookies, as a test checks.

/** Where cookies are read and set: Next's for this request, or those of a route that runs without Next. */
export type CookieJar = Pick<Awaited<ReturnType<typeof cookies>>, "get"> &
  Pick<NextResponse["cookies"], "set" | "delete">;

const isSecure = () => env().ORIGIN?.startsWith("https:") ?? false;

/** With the prefix `__Host-`, which needs https, browsers accept the cookie only from this very host. */
const cookieName = (name: CookieName) => (isSecure() ? `__Host-${name}` : name);
/** Scripts read one cookie only, which holds no secret: pages for everybody learn from it that somebody is signed in. */
const cookieAttributes = (name: CookieName) =>
  ({ httpOnly: name !== "header", sameSite: "lax", path: "/", secure: isSecure() }) as const;

/** The value of a cookie; null when there is none, or it is empty. */
export async function readCookie(name: CookieName, jar?: Pick<CookieJar, "get">): Promise<string | null> {
  return (jar ?? (await cookies())).get(cookieName(name))?.value || null;
}

/** @param maxAge in seconds; left out, the cookie lasts until the browser closes */
export async function setCookie(name: CookieName, value: string, maxAge?: number, jar?: CookieJar): Promise<void> {
  const lifetime = maxAge === undefined ? {} : { maxAge };
  (jar ?? (await cookies())).set(cookieName(name), value, { ...cookieAttributes(name), ...lifetime });
}

/** Deletes a cookie, with the attributes that it was set with: browsers ignore the deletion otherwise. */
export async function deleteCookie(name: CookieName, jar?: CookieJar): Promise<void> {
  (jar ?? (await cookies())).delete({ name: cookieName(name), ...cookieAttributes(name) });
}

/** Deletes every cookie of ours: siteCookies lists them, as a test checks. */
export async function deleteAllCookies(jar?: CookieJar): Promise<void> {
  for (const { name } of siteCookies) await deleteCookie(name, jar);
}

const sentFormLifetime = 10 * 60_000; // milliseconds

/**
 * Remembers for ten minutes which form was sent last, so that the next page can show its receipt. Nobody can make the
 * cookie from what we store: it is sealed, and bound to the session.
 * @param token of the browser's session
 */
export async function saveSentForm(formId: string, token: string, jar?: CookieJar): Promise<void> {
  const sealed = seal("sent", `${Date.now() + sentFormLifetime} ${formId}`, token);
  await setCookie("sent", Buffer.from(sealed).toString("base64url"), undefined, jar);
}

/** The id of the form that this session sent last; null when that was long ago. */
export async function getSentForm(jar?: CookieJar): Promise<string | null> {
  const token = await readCookie("session", jar);
  const sealed = await readCookie("sent", jar);
  if (!token || !sealed) return null;
  try {
    const [until, formId] = unseal("sent", Buffer.from(sealed, "base64url"), token).split(" ");
    return formId && Date.now() < Number(until) ? formId : null;
  } catch {
    return null; // of another session, or not ours
  }
}

/** Sets a cookie that comes back with the next request, if the browser takes cookies. */
export const probeCookies = (jar?: CookieJar) => setCookie("sent", "none", undefined, jar);

/** Whether the browser is known to take cookies. */
export const acceptsCookies = async (jar?: CookieJar) => (await readCookie("sent", jar)) !== null;
