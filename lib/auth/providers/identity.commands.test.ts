import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { client, startProvider } from "@/e2e/support/oidc-provider";
import { openByProvider } from "@/lib/auth/providers/identity.commands";
import { comeBack, type Kept, leaveFor } from "@/lib/auth/providers/openid-connect";
import { type Provider, provider } from "@/lib/auth/providers/provider.schema";
import { db } from "@/lib/database/client";
import { keptAddress } from "@/lib/people/account.writes";
import { grantRole } from "@/lib/people/grant.commands";
import { unseal } from "@/lib/security/encryption";
import { testDatabase } from "@/scripts/test/database";

// against a real provider: oidc-provider, which its authors had certified

process.env.ORIGIN = "https://ours.example";
const back = "https://ours.example/sign-in/with/union/back";
const theirs = await startProvider(back);
const database = await testDatabase();
afterAll(async () => {
  await database.close();
  await theirs.stop();
});

const union: Provider = provider.parse({
  id: "union",
  name: "A union",
  issuer: theirs.issuer,
  clientId: client.id,
  clientSecret: client.secret,
});
const ofStaff: Provider = {
  ...union,
  scope: "openid email",
  addressesOf: ["union.example"],
  secondFactor: { amr: ["mfa"], acr: ["high"] },
};

type Typed = { subject: string; address?: string; ways?: string } | { stop: string };

/** A browser of its own: follows the way to the form, fills it in, and stops where it would come back to us. */
async function signInThere(address: string, typed: Typed): Promise<string> {
  const jar = new Map<string, string>();
  let at = address;
  let body: URLSearchParams | undefined;
  for (let steps = 0; steps < 12; steps++) {
    if (at.startsWith(back)) return new URL(at).search;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(at, { method: body ? "POST" : "GET", body, redirect: "manual", headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get("location");
    body = location ? undefined : new URLSearchParams(typed);
    if (!location && answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    if (location) at = new URL(location, at).href;
  }
  throw new Error("went in circles");
}

async function come(by: Provider, typed: Typed) {
  const { address, kept } = await leaveFor(by, "/find");
  const query = await signInThere(address, typed);
  return { query, kept, claims: await comeBack(by, query, kept) };
}

test("somebody comes by their union, and comes back to the same account; only a keyed hash of them is kept", async () => {
  const first = await come(union, { subject: "member 4711", address: "member@example.org" });
  expect(first.kept.to).toBe("/find");
  const { accountId, home, isProved } = await openByProvider(union, first.claims);
  expect({ home, isProved }).toEqual({ home: "/my", isProved: false });
  const again = await come(union, { subject: "member 4711" });
  expect((await openByProvider(union, again.claims)).accountId).toBe(accountId);
  const another = await come(union, { subject: "member 4712" });
  expect((await openByProvider(union, another.claims)).accountId).not.toBe(accountId);
  const [{ all } = { all: "" }] = await db().$queryRaw<{ all: string }[]>`
    SELECT concat((SELECT json_agg(a) FROM accounts a), (SELECT json_agg(i) FROM identities i)) AS all`;
  for (const secret of ["4711", Buffer.from("4711").toString("hex"), theirs.issuer]) expect(all).not.toContain(secret);
  // the address was not asked for, and so not given
  expect((await db().account.findUniqueOrThrow({ where: { id: accountId } })).emailSealed).toBeNull();
});

test("two at once open one account", async () => {
  const { claims } = await come(union, { subject: "twice" });
  const opened = await Promise.all([1, 2, 3].map(() => openByProvider(union, claims)));
  expect(new Set(opened.map(({ accountId }) => accountId)).size).toBe(1);
});

test("what comes back is taken once, in the browser that left, for that provider, and unchanged", async () => {
  const { query, kept } = await come(union, { subject: "once" });
  await expect(comeBack(union, query, kept)).rejects.toThrow(); // the code was used
  const { address, kept: mine } = await leaveFor(union, null);
  const fresh = await signInThere(address, { subject: "once" });
  const { kept: others } = await leaveFor(union, null);
  await expect(comeBack(union, fresh, others)).rejects.toThrow(); // another browser's
  const lies: Partial<Kept>[] = [{ state: others.state }, { nonce: others.nonce }, { verifier: others.verifier }];
  for (const lie of lies) {
    const left = await leaveFor(union, null);
    const given = await signInThere(left.address, { subject: "once" });
    await expect(comeBack(union, given, { ...left.kept, ...lie })).rejects.toThrow();
  }
  await expect(comeBack(union, fresh.replace(/iss=[^&]*/, "iss=https://else.example"), mine)).rejects.toThrow();
});

test("whoever stops there is told so here, and no account is made", async () => {
  const { address, kept } = await leaveFor(union, null);
  const query = await signInThere(address, { stop: "yes" });
  expect(query).toContain("error=access_denied");
  await expect(comeBack(union, query, kept)).rejects.toThrow();
});

test("a provider that is away is asked again the next time", async () => {
  const away = createServer((_req, res) => res.writeHead(500).end());
  await new Promise<void>((done) => away.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(away.address() as AddressInfo).port}`;
  let asked = 0;
  away.on("request", () => void asked++);
  for (const _time of [1, 2]) await expect(leaveFor({ ...union, issuer }, null)).rejects.toThrow();
  expect(asked).toBe(2);
  await new Promise<void>((done) => away.close(() => done()));
});

test("staff find the account that their role was given to, by an address of the provider's own domain", async () => {
  const email = "rep@union.example";
  const role = { role: "rep", bodyId: "west-midlands", unionId: "unite", label: "Rep 9 (Unite)" } as const;
  const { accountId } = await grantRole("system", { email, ...role });
  const { claims } = await come(ofStaff, { subject: "rep 9", address: email });
  const opened = await openByProvider(ofStaff, claims);
  expect(opened).toEqual({ accountId, home: "/moderation", isProved: false });
  const proved = await come(ofStaff, { subject: "rep 9", ways: "pwd mfa" });
  expect(await openByProvider(ofStaff, proved.claims)).toMatchObject({ accountId, isProved: true });
  const high = await come(ofStaff, { subject: "rep 9", ways: "high" });
  expect(await openByProvider(ofStaff, high.claims)).toMatchObject({ accountId, isProved: true });
  expect(await openByProvider(union, proved.claims)).toMatchObject({ accountId, isProved: false });
});

test("an address of another domain is kept to write to, and finds nobody's account", async () => {
  const email = "admin@council.example";
  const { accountId } = await grantRole("system", {
    email,
    role: "admin",
    bodyId: null,
    unionId: null,
    label: "Admin 9",
  });
  const { claims } = await come(ofStaff, { subject: "not the admin", address: email });
  const opened = await openByProvider(ofStaff, claims);
  expect(opened.accountId).not.toBe(accountId);
  const kept = await db().account.findUniqueOrThrow({ where: { id: opened.accountId } });
  expect(unseal("email", kept.emailSealed ?? new Uint8Array())).toBe(email);
  expect(kept.emailIndex).toBeNull();
  const found = await db().account.findUniqueOrThrow({ where: { emailIndex: keptAddress(email).emailIndex } });
  expect(found.id).toBe(accountId);
});
