import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { findProvider } from "@/lib/auth/providers/provider.queries";
import { savePendingSignIn } from "@/lib/auth/providers/provider-cookies";
import { startProviderSignIn } from "@/lib/auth/providers/provider-sign-in.commands";
import { db } from "@/lib/database/client";
import { clientHeader } from "@/lib/security/rate-limit";
import { createTestDatabase } from "@/scripts/test/database";
import { startLyingProvider } from "@/scripts/test/lying-provider";
import { GET } from "./route";

const jar = new Map<string, string>();
const request = { client: "client" };
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
    delete: ({ name }: { name: string }) => void jar.delete(name),
  }),
  headers: async () => new Headers({ [clientHeader]: request.client }),
}));

const clientSecret = "a secret of 32 characters or more";
const { issuer, lies, requests } = await startLyingProvider(clientSecret);
process.env.SIGN_IN_PROVIDERS = JSON.stringify(
  ["union", "lep"].map((id) => ({ id, name: id, issuer, clientId: "us", clientSecret })),
);
const database = await createTestDatabase();
afterAll(database.close);
beforeEach(async () => {
  jar.clear();
  await db().rateLimit.deleteMany();
});

async function leave(to: string | null = null): Promise<URLSearchParams> {
  const provider = findProvider("union");
  if (!provider) throw new Error("no provider");
  const { address, pending } = await startProviderSignIn(provider, to);
  await savePendingSignIn("union", pending);
  const sent = new URL(address).searchParams;
  lies.claims = { nonce: sent.get("nonce") };
  requests.length = 0;
  return new URLSearchParams({ code: "code", state: sent.get("state") ?? "" });
}

async function comeBack(query: URLSearchParams | string, provider = "union"): Promise<string | null> {
  const url = `http://localhost:3000/api/auth/callback/${provider}?${query}`;
  const response = await GET(new Request(url), { params: Promise.resolve({ provider }) });
  return response.headers.get("location");
}

test("signs in the browser that left, once, and takes its cookies away", async () => {
  const query = await leave("/my/comments/x");
  expect([...jar.keys()].sort()).toEqual(["callback", "nonce", "pkce", "state"]);
  expect([...jar.values()].map((value) => Buffer.from(value, "base64url").toString()).join()).not.toContain("/my");
  expect(await comeBack(query)).toBe("/my/comments/x");
  expect([...jar.keys()]).toEqual(["session", "header"]);
  expect(await comeBack(query)).toBe("/sign-in?failed=union");
});

test("after a failure its cookies are gone too", async () => {
  await leave();
  expect(await comeBack("error=access_denied")).toBe("/sign-in?failed=union");
  expect([...jar.keys()]).toEqual([]);
});

test.each(["state", "pkce", "nonce", "callback"])(
  "asks nothing of the provider without the cookie %s",
  async (name) => {
    const query = await leave();
    jar.delete(name);
    expect(await comeBack(query)).toBe("/sign-in?failed=union");
    expect(requests).toEqual([]);
  },
);

test("asks nothing of the provider for a callback that another provider's sign-in began, or that nobody did", async () => {
  const query = await leave();
  expect(await comeBack(query, "lep")).toBe("/sign-in?failed=lep");
  for (const name of ["state", "pkce", "nonce", "callback"]) jar.set(name, "e30.e30.e30.e30.e30");
  expect(await comeBack(query)).toBe("/sign-in?failed=union");
  expect(await comeBack("")).toBe("/sign-in?failed=union");
  expect(requests).toEqual([]);
});

test("asks the provider for the person alone: its metadata were fetched when somebody left, and are not again", async () => {
  const query = await leave();
  await comeBack(query);
  expect(requests).toEqual(["/token", "/jwks"]);
  for (const wrong of ["state", "code"]) {
    const changed = await leave();
    changed.set(wrong, "");
    expect(await comeBack(changed)).toBe("/sign-in?failed=union");
    expect(requests, wrong).toEqual([]);
  }
});

test("callbacks from one network are limited", async () => {
  for (let times = 0; times < 20; times++) {
    await leave();
    await comeBack("error=access_denied");
  }
  expect(await comeBack(await leave())).toBe("/sign-in?failed=union");
  expect(requests).toEqual([]);
  request.client = "another network";
  expect(await comeBack(await leave())).toBe("/my");
});

test("there is no callback of a provider that the operator has not configured", async () => {
  for (const provider of ["email", "receipt", "credentials", "nobody"])
    await expect(comeBack("token=x&email=y", provider)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});
