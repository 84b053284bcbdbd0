import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { client, startOidcProvider } from "@/e2e/support/oidc-provider";
import { findOrCreateProviderAccount } from "@/lib/auth/providers/identity.commands";
import {
  completeAuthorization,
  type PendingAuthorization,
  startAuthorization,
} from "@/lib/auth/providers/openid-connect";
import { type Provider, provider as providerSchema } from "@/lib/auth/providers/provider.schema";
import { db } from "@/lib/database/client";
import { emailColumns } from "@/lib/people/account.writes";
import { grantRole } from "@/lib/people/grant.commands";
import { unseal } from "@/lib/security/encryption";
import { createTestDatabase } from "@/scripts/test/database";

// against a real provider: oidc-provider is certified by the OpenID Foundation

process.env.ORIGIN = "https://ours.example";
const back = "https://ours.example/sign-in/with/union/back";
const providerServer = await startOidcProvider(back);
const database = await createTestDatabase();
afterAll(async () => {
  await database.close();
  await providerServer.stop();
});

const union: Provider = providerSchema.parse({
  id: "union",
  name: "A union",
  issuer: providerServer.issuer,
  clientId: client.id,
  clientSecret: client.secret,
});
const staffProvider: Provider = {
  ...union,
  scope: "openid email",
  addressesOf: ["union.example"],
  secondFactor: { amr: ["mfa"], acr: ["high"] },
};

type Typed = { subject: string; address?: string; ways?: string } | { stop: string };

/** Follows the redirects to the provider's form, submits it, and stops at the redirect back to us. */
async function signInAtProvider(address: string, typed: Typed): Promise<string> {
  const jar = new Map<string, string>();
  let at = address;
  let body: URLSearchParams | undefined;
  for (let steps = 0; steps < 12; steps++) {
    if (at.startsWith(back)) return new URL(at).search;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(at, { method: body ? "POST" : "GET", body, redirect: "manual", headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get("location");
    body = location ? undefined : new URLSearchParams(typed);
    if (!location && response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    if (location) at = new URL(location, at).href;
  }
  throw new Error("went in circles");
}

async function signInByProvider(provider: Provider, typed: Typed) {
  const { address, pending } = await startAuthorization(provider, "/find");
  const query = await signInAtProvider(address, typed);
  return { query, pending, claims: await completeAuthorization(provider, query, pending) };
}

test("the same subject opens the same account again, and only a keyed hash of it is stored", async () => {
  const first = await signInByProvider(union, { subject: "member 4711", address: "member@example.org" });
  expect(first.pending.to).toBe("/find");
  const { accountId, ...rest } = await findOrCreateProviderAccount(union, first.claims);
  expect(rest).toEqual({ homePath: "/my", isSecondFactorVerified: false });
  const again = await signInByProvider(union, { subject: "member 4711" });
  expect((await findOrCreateProviderAccount(union, again.claims)).accountId).toBe(accountId);
  const another = await signInByProvider(union, { subject: "member 4712" });
  expect((await findOrCreateProviderAccount(union, another.claims)).accountId).not.toBe(accountId);
  const [{ all } = { all: "" }] = await db().$queryRaw<{ all: string }[]>`
    SELECT concat((SELECT json_agg(a) FROM accounts a), (SELECT json_agg(i) FROM identities i)) AS all`;
  for (const secret of ["4711", Buffer.from("4711").toString("hex"), providerServer.issuer])
    expect(all).not.toContain(secret);
  // the scope did not include the address
  expect((await db().account.findUniqueOrThrow({ where: { id: accountId } })).emailSealed).toBeNull();
});

test("two sign-ins at once create one account", async () => {
  const { claims } = await signInByProvider(union, { subject: "twice" });
  const opened = await Promise.all([1, 2, 3].map(() => findOrCreateProviderAccount(union, claims)));
  expect(new Set(opened.map(({ accountId }) => accountId)).size).toBe(1);
});

test("a callback works once, in the browser that started it, for that provider, and unchanged", async () => {
  const { query, pending } = await signInByProvider(union, { subject: "once" });
  await expect(completeAuthorization(union, query, pending)).rejects.toThrow(); // the code was used before
  const { address, pending: ownPending } = await startAuthorization(union, null);
  const fresh = await signInAtProvider(address, { subject: "once" });
  const { pending: otherPending } = await startAuthorization(union, null);
  await expect(completeAuthorization(union, fresh, otherPending)).rejects.toThrow(); // of another browser
  const forgeries: Partial<PendingAuthorization>[] = [
    { state: otherPending.state },
    { nonce: otherPending.nonce },
    { verifier: otherPending.verifier },
  ];
  for (const forgery of forgeries) {
    const left = await startAuthorization(union, null);
    const ownQuery = await signInAtProvider(left.address, { subject: "once" });
    await expect(completeAuthorization(union, ownQuery, { ...left.pending, ...forgery })).rejects.toThrow();
  }
  await expect(
    completeAuthorization(union, fresh.replace(/iss=[^&]*/, "iss=https://else.example"), ownPending),
  ).rejects.toThrow();
});

test("cancelling at the provider is reported, and creates no account", async () => {
  const { address, pending } = await startAuthorization(union, null);
  const query = await signInAtProvider(address, { stop: "yes" });
  expect(query).toContain("error=access_denied");
  await expect(completeAuthorization(union, query, pending)).rejects.toThrow();
});

test("discovery is tried again after a provider was unavailable", async () => {
  const failing = createServer((_req, res) => res.writeHead(500).end());
  await new Promise<void>((done) => failing.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(failing.address() as AddressInfo).port}`;
  let requests = 0;
  failing.on("request", () => void requests++);
  for (const _time of [1, 2]) await expect(startAuthorization({ ...union, issuer }, null)).rejects.toThrow();
  expect(requests).toBe(2);
  await new Promise<void>((done) => failing.close(() => done()));
});

test("an address in the provider's own domain leads staff to the account that holds their role", async () => {
  const email = "rep@union.example";
  const role = { role: "rep", bodyId: "west-midlands", unionId: "unite", label: "Rep 9 (Unite)" } as const;
  const { accountId } = await grantRole("system", { email, ...role });
  const { claims } = await signInByProvider(staffProvider, { subject: "rep 9", address: email });
  const opened = await findOrCreateProviderAccount(staffProvider, claims);
  expect(opened).toEqual({ accountId, homePath: "/moderation", isSecondFactorVerified: false });
  const verified = await signInByProvider(staffProvider, { subject: "rep 9", ways: "pwd mfa" });
  expect(await findOrCreateProviderAccount(staffProvider, verified.claims)).toMatchObject({
    accountId,
    isSecondFactorVerified: true,
  });
  const high = await signInByProvider(staffProvider, { subject: "rep 9", ways: "high" });
  expect(await findOrCreateProviderAccount(staffProvider, high.claims)).toMatchObject({
    accountId,
    isSecondFactorVerified: true,
  });
  expect(await findOrCreateProviderAccount(union, verified.claims)).toMatchObject({
    accountId,
    isSecondFactorVerified: false,
  });
});

test("an address in another domain is stored for mails, and never finds an account", async () => {
  const email = "admin@council.example";
  const { accountId } = await grantRole("system", {
    email,
    role: "admin",
    bodyId: null,
    unionId: null,
    label: "Admin 9",
  });
  const { claims } = await signInByProvider(staffProvider, { subject: "not the admin", address: email });
  const opened = await findOrCreateProviderAccount(staffProvider, claims);
  expect(opened.accountId).not.toBe(accountId);
  const stored = await db().account.findUniqueOrThrow({ where: { id: opened.accountId } });
  expect(unseal("email", stored.emailSealed ?? new Uint8Array())).toBe(email);
  expect(stored.emailIndex).toBeNull();
  const found = await db().account.findUniqueOrThrow({ where: { emailIndex: emailColumns(email).emailIndex } });
  expect(found.id).toBe(accountId);
});
