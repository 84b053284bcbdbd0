import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { readSession } from "@/lib/auth/next-auth";
import { startSession } from "@/lib/auth/session.commands";
import {
  completeSignIn,
  deleteExpiredSignInRequests,
  requestSignIn,
  type SignInResult,
  sendSignInMail,
} from "@/lib/auth/sign-in.commands";
import { getSignInLinkState } from "@/lib/auth/sign-in.queries";
import { db } from "@/lib/database/client";
import { startJobs } from "@/lib/jobs/runner";
import type { JobLogger } from "@/lib/jobs/tasks";
import { emailIndexOf } from "@/lib/people/account.writes";
import { grantRole } from "@/lib/people/grant.commands";
import { newFormId } from "@/lib/security/encryption";
import { isWithinLimit } from "@/lib/security/rate-limit";
import { createTestDatabase } from "@/scripts/test/database";

const inbox: ParsedMail[] = [];
/** The mail server's replies to the next mails; when empty, it accepts them. */
const refusals: number[] = [];
/** Addresses that the mail server does not have. */
const unknownAddresses = new Set<string>();
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onRcptTo: ({ address }, _session, done) =>
    done(unknownAddresses.has(address) ? Object.assign(new Error(`no <${address}>`), { responseCode: 550 }) : null),
  onData: (stream, _session, done) => {
    void simpleParser(stream).then((mail) => {
      const code = refusals.shift();
      if (code) return done(Object.assign(new Error(`no <${mail.headers.get("to")}>`), { responseCode: code }));
      inbox.push(mail);
      done();
    });
  },
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const { port } = server.server.address() as { port: number };
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
process.env.ORIGIN = "https://ours.example";

const database = await createTestDatabase();
const logged: string[] = [];
const write = (facts: object, message: string) => void logged.push(JSON.stringify({ ...facts, message }));
const log: JobLogger = { info: write, warn: write, error: write };
const jobs = await startJobs(database.url, log);
afterAll(async () => {
  await jobs.stop();
  await database.close();
  await new Promise<void>((done) => server.close(done));
});
beforeEach(async () => {
  inbox.length = 0;
  await db().rateLimit.deleteMany();
});

const browser = newFormId();
const address = () =>
  `${newFormId()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "x")}@example.org`;
const requestMail = (email: string, more: { returnTo?: string; browserToken?: string; client?: string } = {}) =>
  requestSignIn({ email, browserToken: browser, returnTo: null, client: "client", ...more });

async function mailTo(email: string) {
  const mail = await vi.waitFor(() => {
    const found = inbox.find(({ to }) => JSON.stringify(to).includes(email));
    if (!found) throw new Error("not there yet");
    return found;
  }, 15_000);
  const code = /code is ([0-9A-Z]{4} [0-9A-Z]{4})/.exec(mail.text ?? "")?.[1]?.replace(" ", "") ?? "";
  const token = /^https:\/\/ours\.example\/sign-in\/link\/(\w{26})$/m.exec(mail.text ?? "")?.[1] ?? "";
  return { mail, code, token };
}
const accountOf = async (signedIn: SignInResult) =>
  typeof signedIn === "object" ? (await readSession(signedIn.token))?.person.accountId : signedIn;
const otherCode = (code: string) => (code === "00000000" ? "00000001" : "00000000");

test("the link of a mail signs in once, and the address keeps its account", async () => {
  const email = address();
  await requestMail(email, { returnTo: "/find" });
  const { mail, token } = await mailTo(email);
  expect(mail.subject).toBe("Your sign-in code");
  expect(mail.html).toContain(`href="https://ours.example/sign-in/link/${token}"`);
  const signedIn = await completeSignIn({ token }, browser, null);
  expect(signedIn).toMatchObject({ goTo: "/find" });
  expect(await completeSignIn({ token }, browser, null)).toBe("expired");
  await requestMail(email);
  inbox.length = 0;
  const again = await completeSignIn({ code: (await mailTo(email)).code }, browser, null);
  expect(again).toMatchObject({ goTo: "/my", isStepUpPending: false });
  expect(await accountOf(again)).toBe(await accountOf(signedIn));
});

test("link and code work only in the browser that requested them; opening the link does not use it", async () => {
  const email = address();
  await requestMail(email);
  const { token, code } = await mailTo(email);
  const other = newFormId();
  expect(await getSignInLinkState(token, other)).toBe("elsewhere");
  expect(await getSignInLinkState(token, null)).toBe("elsewhere");
  expect(await completeSignIn({ token }, other, null)).toBe("expired");
  expect(await completeSignIn({ code }, other, null)).toBe("expired");
  expect(await getSignInLinkState(token, browser)).toBe("here");
  expect(await completeSignIn({ code }, browser, null)).toMatchObject({ goTo: "/my" });
  expect(await getSignInLinkState(token, browser)).toBe("expired");
});

test("after five wrong codes the right one is refused, even when all come at once", async () => {
  const [email, browserToken] = [address(), newFormId()];
  await requestMail(email, { browserToken });
  const { code, token } = await mailTo(email);
  const tries = await Promise.all(
    Array.from({ length: 12 }, () => completeSignIn({ code: otherCode(code) }, browserToken, null)),
  );
  expect(tries.filter((result) => result === "wrong")).toHaveLength(5);
  expect(await completeSignIn({ code }, browserToken, null)).toBe("exhausted");
  expect(await completeSignIn({ token }, browserToken, null)).toBe("expired");
});

test("whoever was signed in before is signed out, and the address is not linked to them", async () => {
  const { id: somebodyElse } = await db().account.create({ data: {} });
  for (const proof of ["token", "code"] as const) {
    const previous = await startSession({ accountId: somebodyElse }, null);
    const email = address();
    await requestMail(email);
    const { [proof]: shown } = await mailTo(email);
    const signedIn = await completeSignIn(proof === "token" ? { token: shown } : { code: shown }, browser, previous);
    expect(await accountOf(signedIn)).toMatch(/^\w/);
    expect(await accountOf(signedIn)).not.toBe(somebodyElse);
    expect(await readSession(previous)).toBeNull();
  }
  const { emailIndex } = await db().account.findUniqueOrThrow({ where: { id: somebodyElse } });
  expect(emailIndex).toBeNull();
});

test("of many submissions at once, one signs in", async () => {
  const email = address();
  await requestMail(email);
  const { token } = await mailTo(email);
  const presses = await Promise.all(Array.from({ length: 5 }, () => completeSignIn({ token }, browser, null)));
  expect(presses.filter((result) => typeof result === "object")).toHaveLength(1);
});

test("a request expires after ten minutes, and is deleted", async () => {
  const [email, browserToken] = [address(), newFormId()];
  await requestMail(email, { browserToken });
  const { token, code } = await mailTo(email);
  await db().signInRequest.updateMany({ data: { endsAt: new Date(Date.now() - 1) } });
  expect(await completeSignIn({ token }, browserToken, null)).toBe("expired");
  expect(await completeSignIn({ code }, browserToken, null)).toBe("expired");
  expect(await getSignInLinkState(token, browserToken)).toBe("expired");
  expect(await deleteExpiredSignInRequests()).toBeGreaterThan(0);
  expect(await db().signInRequest.count()).toBe(0);
});

test("known and unknown addresses get the same response and mail, without looking up the account", async () => {
  const known = address();
  await grantRole("system", {
    email: known,
    role: "officer",
    bodyId: "cornwall-scilly",
    unionId: null,
    label: "Officer",
  });
  const work = async (email: string) => {
    const accounts = vi.spyOn(db().account, "findUnique");
    const response = await requestMail(email);
    expect(accounts).not.toHaveBeenCalled();
    const { mail } = await mailTo(email);
    return { response, subject: mail.subject, text: mail.text?.replace(/[0-9A-Z]{4} [0-9A-Z]{4}|link\/\w+/g, "") };
  };
  expect(await work(known)).toEqual(await work(address()));
});

test("staff who sign in are recorded, participants are not", async () => {
  const [staff, participant] = [address(), address()];
  await grantRole("system", {
    email: staff,
    role: "officer",
    bodyId: "cornwall-scilly",
    unionId: null,
    label: "Officer",
  });
  for (const email of [staff, participant]) {
    await requestMail(email);
    await completeSignIn({ token: (await mailTo(email)).token }, browser, null);
  }
  expect(await db().auditEvent.count({ where: { action: "people.signIn" } })).toBe(1);
});

const countRequests = (email: string) => db().signInRequest.count({ where: { emailIndex: emailIndexOf(email) } });

test("asks beyond the limit of an address and a client are dropped without a word, and leave the owner's own", async () => {
  const email = address();
  for (let times = 0; times < 9; times++) expect(await requestMail(email, { client: "stranger" })).toBeUndefined();
  expect(await countRequests(email)).toBe(5);
  await requestMail(email, { client: "the owner" });
  expect(await countRequests(email)).toBe(6);
  for (let times = 0; times < 24; times++) await requestMail(email, { client: `one of many ${times}` });
  expect(await countRequests(email)).toBe(20);
  const others = Array.from({ length: 22 }, address);
  for (const other of others) await requestMail(other, { client: "busy" });
  expect((await Promise.all(others.map(countRequests))).reduce((sum, one) => sum + one)).toBe(20);
});

test("while another client guesses, the right code of the right browser works, and the owner is told", async () => {
  const email = address();
  const subject = Buffer.from(emailIndexOf(email)).toString("hex");
  for (let tries = 0; tries < 48; tries++) await isWithinLimit("sign-in-guess", subject);
  const guess = async (client: string) => {
    const stranger = newFormId();
    await requestMail(email, { browserToken: stranger, client });
    const results: SignInResult[] = [];
    for (let tries = 0; tries < 4; tries++) results.push(await completeSignIn({ code: "00000000" }, stranger, null));
    return results;
  };
  expect(await guess("stranger")).toEqual(["wrong", "wrong", "exhausted", "exhausted"]);
  expect(await guess("another")).toEqual(["wrong", "exhausted", "exhausted", "exhausted"]);
  const browserToken = newFormId();
  const strangersMails = () => inbox.filter(({ to }) => JSON.stringify(to).includes(email));
  await vi.waitFor(() => expect(strangersMails()).toHaveLength(2), 40_000);
  inbox.length = 0;
  await requestMail(email, { browserToken, client: "the owner" });
  const { mail, code } = await mailTo(email);
  expect(mail.text).toContain("many wrong codes");
  expect(await completeSignIn({ code }, browserToken, null)).toMatchObject({ goTo: "/my" });
});

test("link and code are not in the database once the mail is sent, and the address never is", async () => {
  const [email, browserToken] = [address(), newFormId()];
  await requestMail(email, { browserToken });
  const { code, token } = await mailTo(email);
  await vi.waitFor(
    async () => expect(await db().signInRequest.count({ where: { mailSealed: { not: null } } })).toBe(0),
    10_000,
  );
  await completeSignIn({ token }, browserToken, null);
  const [{ all } = { all: "" }] = await db().$queryRaw<{ all: string }[]>`
    SELECT concat((SELECT json_agg(r) FROM sign_in_requests r), (SELECT json_agg(a) FROM accounts a),
      (SELECT json_agg(j) FROM graphile_worker._private_jobs j), (SELECT json_agg(e) FROM audit_events e)) AS all`;
  for (const secret of [email, Buffer.from(email).toString("hex"), token, Buffer.from(token).toString("hex"), code]) {
    expect(all.toLowerCase()).not.toContain(secret.toLowerCase());
  }
});

test("a mail is sent later to a busy server, and never again to one that refused it", async () => {
  const email = address();
  refusals.push(451);
  await requestMail(email);
  await mailTo(email);
  const refused = address();
  unknownAddresses.add(refused);
  await requestMail(refused);
  await vi.waitFor(() => expect(logged.join()).toContain("refused an email permanently"), 10_000);
  await vi.waitFor(
    async () => expect(await db().signInRequest.count({ where: { mailSealed: { not: null } } })).toBe(0),
    10_000,
  );
  const [request] = await db().signInRequest.findMany({ orderBy: { endsAt: "desc" }, take: 1 });
  expect(await sendSignInMail(request?.id ?? "")).toBe("skipped");
  expect(inbox).toHaveLength(1);
  expect(logged.join()).toContain("451");
  expect(logged.join()).not.toMatch(/example\.org|requestId/);
});
