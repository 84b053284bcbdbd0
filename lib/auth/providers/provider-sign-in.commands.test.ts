import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { client, startOidcProvider } from "@/e2e/support/oidc-provider";
import { readSession } from "@/lib/auth/next-auth";
import { type Provider, provider as providerSchema } from "@/lib/auth/providers/provider.schema";
import {
  completeProviderSignIn,
  type PendingSignIn,
  startProviderSignIn,
} from "@/lib/auth/providers/provider-sign-in.commands";
import { startSession } from "@/lib/auth/session.commands";
import { db } from "@/lib/database/client";
import { emailColumns } from "@/lib/people/account.writes";
import { grantRole } from "@/lib/people/grant.commands";
import { unsealFrom } from "@/lib/security/sealed-columns";
import { createTestDatabase } from "@/scripts/test/database";

// against a real provider: oidc-provider is certified by the OpenID Foundation

process.env.ORIGIN = "https://ours.example";
const back = "https://ours.example/api/auth/callback/union";
const formerBack = "https://ours.example/sign-in/with/union/back"; // of earlier versions
const providerServer = await startOidcProvider(back);
const formerServer = await startOidcProvider(formerBack);
const database = await createTestDatabase();
afterAll(async () => {
  await database.close();
  await providerServer.stop();
  await formerServer.stop();
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
async function signInAtProvider(address: string, typed: Typed, callback = back): Promise<URLSearchParams> {
  const jar = new Map<string, string>();
  let at = address;
  let body: URLSearchParams | undefined;
  for (let steps = 0; steps < 12; steps++) {
    if (at.startsWith(callback)) return new URL(at).searchParams;
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

async function signInByProvider(provider: Provider, typed: Typed, { to = null as string | null, previous = "" } = {}) {
  const { address, pending } = await startProviderSignIn(provider, to);
  const query = await signInAtProvider(address, typed);
  const signedIn = await completeProviderSignIn(provider, query, pending, previous || null);
  return { query, pending, signedIn, accountId: signedIn && (await accountOf(signedIn.token)) };
}

const accountOf = async (token: string) => (await readSession(token))?.person.accountId ?? "";

test("the same subject opens the same account again, and only a keyed hash of it is stored", async () => {
  const first = await signInByProvider(
    union,
    { subject: "member 4711", address: "member@example.org" },
    { to: "/find?q=bus" },
  );
  expect(first.signedIn).toMatchObject({ goTo: "/find?q=bus", isStepUpPending: false });
  const again = await signInByProvider(union, { subject: "member 4711" });
  expect(again.signedIn).toMatchObject({ goTo: "/my" });
  expect(again.accountId).toBe(first.accountId);
  expect((await signInByProvider(union, { subject: "member 4712" })).accountId).not.toBe(first.accountId);
  const [{ all } = { all: "" }] = await db().$queryRaw<{ all: string }[]>`
    SELECT concat((SELECT json_agg(a) FROM accounts a), (SELECT json_agg(i) FROM identities i),
      (SELECT json_agg(s) FROM sessions s)) AS all`;
  for (const secret of ["4711", Buffer.from("4711").toString("hex"), providerServer.issuer])
    expect(all).not.toContain(secret);
  // the scope did not include the address
  const stored = await db().account.findUniqueOrThrow({ where: { id: first.accountId ?? "" } });
  expect(stored.emailSealed).toBeNull();
});

test("two sign-ins at once create one account", async () => {
  const accounts = await db().account.count();
  const signedIn = await Promise.all([1, 2, 3].map(() => signInByProvider(union, { subject: "twice" })));
  expect(new Set(signedIn.map(({ accountId }) => accountId)).size).toBe(1);
  expect(await db().account.count()).toBe(accounts + 1);
});

test("whoever is signed in is not linked to the identity that comes: their session ends", async () => {
  const { id } = await db().account.create({ data: {} });
  const previous = await startSession({ accountId: id }, null);
  const first = await signInByProvider(union, { subject: "another person" }, { previous });
  expect(first.accountId).not.toBe(id);
  expect(await db().identity.count({ where: { accountId: id } })).toBe(0);
  expect(await readSession(previous)).toBeNull();
  // and the same person's session gets a new token
  const token = first.signedIn?.token ?? "";
  const again = await signInByProvider(union, { subject: "another person" }, { previous: token });
  expect(again.accountId).toBe(first.accountId);
  expect(again.signedIn?.token).not.toBe(token);
  expect(await readSession(token)).toBeNull();
});

test("a callback works once, in the browser that started it, for that provider, and unchanged", async () => {
  const used = await signInByProvider(union, { subject: "once" });
  expect(await completeProviderSignIn(union, used.query, used.pending, null)).toBeNull(); // the code was used before
  const own = await startProviderSignIn(union, null);
  const fresh = await signInAtProvider(own.address, { subject: "once" });
  const { pending: other } = await startProviderSignIn(union, null);
  expect(await completeProviderSignIn(union, fresh, other, null)).toBeNull(); // of another browser
  for (const name of ["state", "nonce", "pkce"] as const) {
    const left = await startProviderSignIn(union, null);
    const query = await signInAtProvider(left.address, { subject: "once" });
    const forged: PendingSignIn = { ...left.pending, [name]: other[name] };
    expect(await completeProviderSignIn(union, query, forged, null), name).toBeNull();
  }
  fresh.set("iss", "https://else.example");
  expect(await completeProviderSignIn(union, fresh, own.pending, null)).toBeNull();
  const elsewhere = await startProviderSignIn({ ...union, id: "other-union" }, null);
  const away = await signInAtProvider((await startProviderSignIn(union, null)).address, { subject: "once" });
  expect(await completeProviderSignIn(union, away, elsewhere.pending, null)).toBeNull();
});

test("cancelling at the provider is reported, and creates no account", async () => {
  const accounts = await db().account.count();
  const { query, signedIn } = await signInByProvider(union, { stop: "yes" });
  expect(query.get("error")).toBe("access_denied");
  expect(signedIn).toBeNull();
  expect(await db().account.count()).toBe(accounts);
});

test("a provider that still has the callback address of earlier versions signs in there, and no other does", async () => {
  const provider: Provider = { ...union, issuer: formerServer.issuer, callbackAt: "former" };
  const { address, pending } = await startProviderSignIn(provider, null);
  const query = await signInAtProvider(address, { subject: "as before" }, formerBack);
  expect(await completeProviderSignIn(provider, query, pending, null)).toMatchObject({ goTo: "/my" });
  // the code belongs to the address that it was requested for
  const next = await startProviderSignIn(provider, null);
  const stolen = await signInAtProvider(next.address, { subject: "as before" }, formerBack);
  const current: Provider = { ...provider, callbackAt: "current" };
  expect(await completeProviderSignIn(current, stolen, next.pending, null)).toBeNull();
  const refused = await startProviderSignIn(current, null);
  await expect(signInAtProvider(refused.address, { subject: "as before" })).rejects.toThrow("redirect_uri");
});

test("discovery is tried again after a provider was unavailable", async () => {
  const failing = createServer((_req, res) => res.writeHead(500).end());
  await new Promise<void>((done) => failing.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(failing.address() as AddressInfo).port}`;
  let requests = 0;
  failing.on("request", () => void requests++);
  for (const _time of [1, 2]) await expect(startProviderSignIn({ ...union, issuer }, null)).rejects.toThrow();
  expect(requests).toBe(2);
  await new Promise<void>((done) => failing.close(() => done()));
});

test("an address in the provider's own domain leads staff to the account that holds their role", async () => {
  const email = "rep@union.example";
  const role = { role: "rep", bodyId: "west-midlands", unionId: "unite", label: "Rep 9 (Unite)" } as const;
  const { accountId } = await grantRole("system", { email, ...role });
  const opened = await signInByProvider(staffProvider, { subject: "rep 9", address: email });
  expect(opened).toMatchObject({ accountId, signedIn: { goTo: "/moderation", isStepUpPending: true } });
  for (const ways of ["pwd mfa", "high"]) {
    const verified = await signInByProvider(staffProvider, { subject: "rep 9", ways });
    expect(verified).toMatchObject({ accountId, signedIn: { isStepUpPending: false } });
  }
  // a provider whose second factor the operator does not accept
  const plain = await signInByProvider(union, { subject: "rep 9", ways: "pwd mfa" });
  expect(plain).toMatchObject({ accountId, signedIn: { isStepUpPending: true } });
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
  const opened = await signInByProvider(staffProvider, { subject: "not the admin", address: email });
  expect(opened.accountId).not.toBe(accountId);
  const stored = await db().account.findUniqueOrThrow({ where: { id: opened.accountId ?? "" } });
  expect(unsealFrom("accounts.emailSealed", stored.id, stored.emailSealed ?? new Uint8Array())).toBe(email);
  expect(stored.emailIndex).toBeNull();
  const found = await db().account.findUniqueOrThrow({ where: { emailIndex: emailColumns(email).emailIndex } });
  expect(found.id).toBe(accountId);
});
