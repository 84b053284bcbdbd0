import type { NextRequest } from "next/server";

type RequestCookies = Pick<NextRequest["cookies"], "get">;

const noCookies: RequestCookies = { get: () => undefined };

/** The cookies of a header, parsed as Next parses them for pages. next/server needs what Next sets up: it is loaded late. */
export async function requestCookies(header: string | undefined): Promise<RequestCookies> {
  if (!header) return noCookies;
  const { NextRequest } = await import("next/server");
  return new NextRequest("http://localhost", { headers: { cookie: header } }).cookies;
}
