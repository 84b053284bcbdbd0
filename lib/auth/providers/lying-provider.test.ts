import { afterAll, beforeEach, expect, test } from "vitest";
import { readSession } from "@/lib/auth/next-auth";
import { type Provider, provider as providerSchema } from "@/lib/auth/providers/provider.schema";
import { completeProviderSignIn, startProviderSignIn } from "@/lib/auth/providers/provider-sign-in.commands";
import { db } from "@/lib/database/client";
import { grantRole } from "@/lib/people/grant.commands";
import { createTestDatabase } from "@/scripts/test/database";
import { type Lies, startLyingProvider } from "@/scripts/test/lying-provider";

process.env.ORIGIN = "https://ours.example";
const clientSecret = "a secret of 32 characters or more";
const { issuer, lies, requests } = await startLyingProvider(clientSecret);
const database = await createTestDatabase();
afterAll(database.close);

const union: Provider = providerSchema.parse({ id: "union", name: "A union", issuer, clientId: "us", clientSecret });
const withAddress: Provider = { ...union, scope: "openid email", addressesOf: ["union.example"] };
const honest: Lies = { metadata: {}, header: {}, claims: {}, userinfo: {}, silent: null, down: null };
beforeEach(() => {
  Object.assign(lies, honest);
});

type Change = { lies?: Partial<Lies>; query?: Record<string, string>; nonce?: string };

/** Signs in as a browser does, with the response of the provider or the callback of the browser changed on the way. */
async function signIn(provider: Provider, { query, nonce, ...change }: Change = {}) {
  const { address, pending } = await startProviderSignIn(provider, null);
  const sent = new URL(address).searchParams;
  Object.assign(lies, change.lies);
  lies.claims = { nonce: nonce ?? sent.get("nonce"), ...change.lies?.claims };
  const callback = new URLSearchParams({ code: "code", state: sent.get("state") ?? "", ...query });
  return completeProviderSignIn(provider, callback, pending, null);
}

const countRows = () => Promise.all([db().account.count(), db().identity.count(), db().session.count()]);

test("an honest provider signs in, whichever algorithm the operator has set", async () => {
  expect(await signIn(union)).toMatchObject({ goTo: "/my" });
  expect(await signIn(union, { query: { iss: issuer } })).not.toBeNull();
  const elliptic: Provider = { ...union, idTokenAlgorithm: "ES256" };
  expect(await signIn(elliptic, { lies: { header: { alg: "ES256", kid: "ec" } } })).not.toBeNull();
});

const now = Math.floor(Date.now() / 1000);
test.each<[string, Change, Provider?]>([
  ["another issuer in the token", { lies: { claims: { iss: "https://else.example" } } }],
  ["another issuer in the callback", { query: { iss: "https://else.example" } }],
  ["a token for somebody else", { lies: { claims: { aud: "others" } } }],
  ["a token of another sign-in", { nonce: "another" }],
  ["a token that has expired", { lies: { claims: { iat: now - 3600, exp: now - 1800 } } }],
  ["no signature", { lies: { header: { alg: "none" } } }],
  ["a signature by our own secret", { lies: { header: { alg: "HS256" } } }],
  ["another algorithm than the operator set", { lies: { header: { alg: "ES256", kid: "ec" } } }],
  ["a key that is not the provider's", { lies: { header: { key: "other" } } }],
  ["no subject", { lies: { claims: { sub: "" } } }],
  ["a subject that no table stores", { lies: { claims: { sub: "a\0b" } } }],
  ["somebody else's address", { lies: { userinfo: { sub: "2", email: "rep@union.example" } } }, withAddress],
  ["an error in place of a token", { lies: { down: "/token" } }],
  ["an error in place of its keys", { lies: { down: "/jwks" } }],
  ["another state", { query: { state: "another" } }],
  ["no code", { query: { code: "" } }],
  ["an error", { query: { error: "access_denied" } }],
])("nobody is let in with %s", async (_name, change, provider = union) => {
  const before = await countRows();
  expect(await signIn(provider, change)).toBeNull();
  expect(await countRows()).toEqual(before);
});

test("a provider that does not answer, at whichever step, is given up after ten seconds", async () => {
  const before = await countRows();
  const signInAt = async (step: string) => {
    const slow = await startLyingProvider(clientSecret);
    if (step.startsWith("/.well-known")) slow.lies.silent = step;
    const provider = { ...withAddress, issuer: slow.issuer };
    const { address, pending } = await startProviderSignIn(provider, null);
    const sent = new URL(address).searchParams;
    Object.assign(slow.lies, { silent: step, claims: { nonce: sent.get("nonce") } });
    const callback = new URLSearchParams({ code: "code", state: sent.get("state") ?? "" });
    return completeProviderSignIn(provider, callback, pending, null);
  };
  const [discovery, ...others] = await Promise.allSettled(
    ["/.well-known/openid-configuration", "/token", "/jwks", "/userinfo"].map(signInAt),
  );
  expect(discovery?.status).toBe("rejected"); // the page then states that it did not work
  expect(others).toEqual(others.map(() => ({ status: "fulfilled", value: null })));
  expect(await countRows()).toEqual(before);
});

test("a verified address of its own domain opens the account of that address, any other opens a new one", async () => {
  const role = { role: "rep", bodyId: "west-midlands", unionId: "unite", label: "Rep 1 (Unite)" } as const;
  const { accountId } = await grantRole("system", { email: "rep@union.example", ...role });
  const accountWith = async (sub: string, more: object) => {
    const userinfo = { sub, email: "rep@union.example", email_verified: true, ...more };
    const signedIn = await signIn(withAddress, { lies: { claims: { sub }, userinfo } });
    return (await readSession(signedIn?.token ?? ""))?.person.accountId;
  };
  expect(await accountWith("rep", {})).toBe(accountId);
  expect(await accountWith("not verified", { email_verified: false })).not.toBe(accountId);
  expect(await accountWith("of another domain", { email: "rep@union.example.org" })).not.toBe(accountId);
});

test("metadata of another issuer are refused, and one that promises its name in callbacks must give it", async () => {
  const fresh = await startLyingProvider(clientSecret);
  fresh.lies.metadata = { issuer: "https://else.example" };
  await expect(startProviderSignIn({ ...union, issuer: fresh.issuer }, null)).rejects.toThrow("another issuer");
  const promising = await startLyingProvider(clientSecret);
  promising.lies.metadata = { authorization_response_iss_parameter_supported: true };
  const provider = { ...union, issuer: promising.issuer };
  for (const [query, isLetIn] of [
    [{}, false],
    [{ iss: promising.issuer }, true],
  ] as const) {
    const { address, pending } = await startProviderSignIn(provider, null);
    const sent = new URL(address).searchParams;
    promising.lies.claims = { nonce: sent.get("nonce") };
    const callback = new URLSearchParams({ code: "code", state: sent.get("state") ?? "", ...query });
    expect((await completeProviderSignIn(provider, callback, pending, null)) !== null).toBe(isLetIn);
  }
});

test("nothing is asked of the provider for somebody who does not hold what next-auth gave out", async () => {
  const { address, pending } = await startProviderSignIn(union, null);
  const query = new URLSearchParams({ code: "code", state: new URL(address).searchParams.get("state") ?? "" });
  requests.length = 0;
  for (const forged of ["", "x", "e30.e30.e30.e30.e30"])
    for (const name of ["state", "pkce", "nonce"] as const)
      expect(await completeProviderSignIn(union, query, { ...pending, [name]: forged }, null)).toBeNull();
  expect(requests).toEqual([]);
});
