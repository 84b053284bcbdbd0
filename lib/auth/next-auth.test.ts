import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { EmailConfig } from "next-auth/providers/email";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { mailRequestAdapter, sessionAdapter, signOutAdapter } from "@/lib/auth/adapter";
import { callNextAuth, readSession } from "@/lib/auth/next-auth";
import { type Provider, provider as providerSchema } from "@/lib/auth/providers/provider.schema";
import { completeProviderSignIn, startProviderSignIn } from "@/lib/auth/providers/provider-sign-in.commands";
import { endSession, resumeSession, signInByReceipt, startSession } from "@/lib/auth/session.commands";
import { completeSignIn, requestSignIn } from "@/lib/auth/sign-in.commands";
import { db, pools } from "@/lib/database/client";
import { emailColumns, findOrCreateAccount } from "@/lib/people/account.writes";
import { grantRole } from "@/lib/people/grant.commands";
import { receiptForForm } from "@/lib/people/participant.queries";
import { findOrCreateParticipant } from "@/lib/people/participant.writes";
import { visitor } from "@/lib/people/person.policy";
import { sessionsOf } from "@/lib/people/session-owner.queries";
import { newFormId } from "@/lib/security/encryption";
import { unsealFrom } from "@/lib/security/sealed-columns";
import { createTestDatabase } from "@/scripts/test/database";
import { startLyingProvider } from "@/scripts/test/lying-provider";

// next-auth swallows what its adapter throws, and redirects: an outage must not look like "not signed in".

process.env.ORIGIN = "https://ours.example";
const clientSecret = "a secret of 32 characters or more";
const { issuer, lies } = await startLyingProvider(clientSecret);
const database = await createTestDatabase();
afterAll(database.close);
beforeEach(async () => {
  await db().rateLimit.deleteMany();
});

const union: Provider = providerSchema.parse({ id: "union", name: "A union", issuer, clientId: "us", clientSecret });
const mailProvider: EmailConfig = {
  id: "email",
  name: "Email",
  type: "email",
  maxAge: 600,
  secret: "",
  normalizeIdentifier: (typed) => typed,
  sendVerificationRequest: async () => {},
  server: "",
  from: "",
  options: {},
};
const address = () =>
  `${newFormId()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "x")}@example.org`;

/** Requests a mail, and returns its link's token. */
async function requestLink(email: string, browserToken: string): Promise<string> {
  await requestSignIn({ email, browserToken, returnTo: null, client: newFormId() });
  const { id, mailSealed } = await db().signInRequest.findFirstOrThrow({ orderBy: { endsAt: "desc" } });
  return (
    JSON.parse(unsealFrom("sign_in_requests.mailSealed", id, mailSealed ?? new Uint8Array())) as { token: string }
  ).token;
}

/** Makes one step of the database fail while something runs. */
async function whileFailing<T>(step: "INSERT" | "UPDATE" | "DELETE" | "SELECT", table: string, run: () => Promise<T>) {
  if (step === "SELECT") {
    await db().$executeRawUnsafe(`ALTER TABLE ${table} RENAME TO ${table}_away`);
    return run().finally(() => db().$executeRawUnsafe(`ALTER TABLE ${table}_away RENAME TO ${table}`));
  }
  await db().$executeRawUnsafe(
    `CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the disk is full'; END $$`,
  );
  await db().$executeRawUnsafe(`CREATE TRIGGER fail BEFORE ${step} ON ${table} EXECUTE FUNCTION fail()`);
  return run().finally(() => db().$executeRawUnsafe(`DROP TRIGGER fail ON ${table}`));
}

const countRows = () => Promise.all([db().account.count(), db().identity.count(), db().session.count()]);

describe("an outage is thrown, never answered as not signed in", () => {
  test("when a session is read, extended or ended", async () => {
    const { id: accountId } = await db().account.create({ data: {} });
    const token = await startSession({ accountId }, null);
    const query = vi.spyOn(pools.attPrepared ?? (await warmPool()), "query").mockRejectedValue(new Error("gone away"));
    await expect(resumeSession(token)).rejects.toThrow("gone away");
    query.mockRestore();
    await db().session.updateMany({
      where: sessionsOf(accountId),
      data: { seenAt: new Date(Date.now() - 25 * 60_000) },
    });
    await expect(whileFailing("UPDATE", "sessions", () => resumeSession(token))).rejects.toThrow("the disk is full");
    await expect(whileFailing("DELETE", "sessions", () => endSession(token))).rejects.toThrow("the disk is full");
    expect(await resumeSession(token)).toMatchObject({ accountId });
  });

  test("when a mail is requested", async () => {
    const requested = () => requestLink(address(), newFormId());
    const before = await db().signInRequest.count();
    await expect(whileFailing("INSERT", "sign_in_requests", requested)).rejects.toThrow("the disk is full");
    expect(await db().signInRequest.count()).toBe(before);
  });

  test.each([
    ["UPDATE", "sign_in_requests"],
    ["SELECT", "sign_in_requests"],
    ["INSERT", "accounts"],
    ["SELECT", "grants"],
    ["INSERT", "sessions"],
  ] as const)("and a link is not used up when %s %s fails", async (step, table) => {
    const browserToken = newFormId();
    const token = await requestLink(address(), browserToken);
    const before = await countRows();
    const complete = () => completeSignIn({ token }, browserToken, null);
    await expect(whileFailing(step, table, complete)).rejects.toThrow();
    expect(await countRows()).toEqual(before);
    expect(await complete()).toMatchObject({ goTo: "/my" });
    expect(await complete()).toBe("expired");
  });

  test("nor is that of staff when their sign-in cannot be recorded", async () => {
    const [email, browserToken] = [address(), newFormId()];
    await grantRole("system", { email, role: "officer", bodyId: "cornwall-scilly", unionId: null, label: "Officer" });
    const token = await requestLink(email, browserToken);
    const complete = () => completeSignIn({ token }, browserToken, null);
    await expect(whileFailing("INSERT", "audit_events", complete)).rejects.toThrow("the disk is full");
    expect(await complete()).toMatchObject({ isStepUpPending: true });
  });

  test.each([
    ["SELECT", "identities"],
    ["INSERT", "accounts"],
    ["INSERT", "identities"],
    ["SELECT", "grants"],
    ["INSERT", "sessions"],
  ] as const)("and nobody is let in by a provider when %s %s fails", async (step, table) => {
    const signIn = async () => {
      const { address: leadsTo, pending } = await startProviderSignIn(union, null);
      const sent = new URL(leadsTo).searchParams;
      lies.claims = { nonce: sent.get("nonce"), sub: `${step} ${table}` };
      const query = new URLSearchParams({ code: "code", state: sent.get("state") ?? "" });
      return completeProviderSignIn(union, query, pending, null);
    };
    const before = await countRows();
    await expect(whileFailing(step, table, signIn)).rejects.toThrow();
    expect(await countRows()).toEqual(before);
    expect(await signIn()).not.toBeNull();
  });

  test("when a receipt is looked up, or its session started", async () => {
    const receipt = receiptForForm(newFormId());
    await db().$transaction((tx) => findOrCreateParticipant(tx, visitor, "west-midlands", receipt));
    const signIn = () => signInByReceipt(receipt, newFormId(), null);
    await expect(whileFailing("SELECT", "participants", signIn)).rejects.toThrow();
    await expect(whileFailing("INSERT", "sessions", signIn)).rejects.toThrow();
    expect(await resumeSession((await signIn()) ?? "")).not.toBeNull();
  });
});

test("no address reaches next-auth's users, its cookies or the database in clear", async () => {
  const [email, browserToken] = [address(), newFormId()];
  const code = "123456";
  const { cookies, location } = await callNextAuth(
    {
      action: "signin",
      provider: mailProvider,
      body: { email },
    },
    mailRequestAdapter({ token: "x", code, browserToken, returnTo: null }),
  );
  expect(JSON.stringify([cookies, location])).not.toContain(email);
  const accountId = await findOrCreateAccount(db(), emailColumns(email));
  const token = await startSession({ accountId }, null);
  const found = await sessionAdapter.getSessionAndUser(token);
  expect(found?.user.email).toBe(accountId);
  const [{ all } = { all: "" }] = await db().$queryRaw<{ all: string }[]>`
    SELECT concat((SELECT json_agg(r) FROM sign_in_requests r), (SELECT json_agg(a) FROM accounts a)) AS all`;
  expect(all).not.toContain(email);
});

test("nothing is logged by next-auth, and the path to go on to is not in its cookies in clear", async () => {
  // scripts/test/no-console.ts fails a test that prints
  const failing = createServer((_req, res) => res.writeHead(500).end());
  await new Promise<void>((done) => failing.listen(0, "127.0.0.1", done));
  const away = `http://127.0.0.1:${(failing.address() as AddressInfo).port}`;
  await expect(startProviderSignIn({ ...union, issuer: away }, "/my")).rejects.toThrow();
  await new Promise<void>((done) => failing.close(() => done()));
  const { pending } = await startProviderSignIn(union, "/my/comments/x");
  for (const name of ["state", "pkce", "nonce"] as const) {
    expect(pending[name]).toMatch(/^[\w-]+(\.[\w-]*){4}$/); // encrypted
    expect(Buffer.from(pending[name], "base64url").toString()).not.toContain("/my");
  }
});

test("next-auth takes the token against forged requests that is made here, and gives browsers none of its own", async () => {
  const adapter = mailRequestAdapter({ token: "x", code: "123456", browserToken: newFormId(), returnTo: null });
  const sent = await callNextAuth({ action: "signin", provider: mailProvider, body: { email: address() } }, adapter);
  const { id: accountId } = await db().account.create({ data: {} });
  const token = await startSession({ accountId }, null);
  const signedOut = await callNextAuth({ action: "signout", body: {}, cookies: { session: token } }, signOutAdapter());
  for (const { cookies } of [sent, signedOut]) expect(Object.keys(cookies)).not.toContain("csrf");
  expect(await readSession(token)).toBeNull(); // without the token it wants a press on a page of its own
});

test("a session that next-auth cannot make sense of is none", async () => {
  for (const token of ["", "x", "é", "a".repeat(5000), "session.0", "%00"]) expect(await readSession(token)).toBeNull();
});

async function warmPool() {
  await resumeSession("x");
  if (!pools.attPrepared) throw new Error("no pool");
  return pools.attPrepared;
}
