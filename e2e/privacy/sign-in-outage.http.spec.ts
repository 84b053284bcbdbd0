import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { actionId } from "@/e2e/permissions/request";
import { databaseUrl } from "@/e2e/support/database";
import { formOf, type HttpBrowser, type HttpPage, openHttpBrowser } from "@/e2e/support/http-browser";
import { startMailServer } from "@/e2e/support/mail-server";
import { waitForMail } from "@/e2e/support/mailbox";
import { client, startOidcProvider } from "@/e2e/support/oidc-provider";
import { paths } from "@/lib/routes";
import { plainHash, randomSecret } from "@/lib/security/encryption";
import { get } from "@/scripts/bench/http-requests";
import { startService } from "@/scripts/bench/servers";
import { type CleanDatabase, createCleanDatabase } from "@/scripts/drill/clean-database";
import { sendRawRequest } from "@/scripts/drill/raw-request";
import { startRelay } from "@/scripts/drill/tcp-relay";
import { waitUntil } from "@/scripts/drill/wait-until";
import { runSql } from "@/scripts/setup/run-sql";

// The database goes away while one person is in the middle of each step of signing in, with a server of this test's own:
// each gets a page that states it and sends again what they typed, nobody is let in by it, and nobody is signed out.

const origin = "http://service.example";
const mails = join(".data", "e2e", "mail-of-outage");
const outageText = "Sorry, the service is not working";
const newAddress = () => `outage-${randomBytes(6).toString("hex")}@example.org`;
const ok = (page: HttpPage, where: RegExp) => {
  expect(page.status, page.text).toBe(303);
  expect(page.location).toMatch(where);
};

/** Somebody who can sign in at the union, and comes back with a code that was not used. */
async function comeBackFromUnion(browser: HttpBrowser): Promise<string> {
  let page = await browser.get("/sign-in/with/walkers");
  for (let steps = 0; steps < 12; steps++) {
    if (page.location.startsWith(`${origin}/api/auth/callback/`)) return page.location;
    if (page.location) page = await browser.get(new URL(page.location, page.address).href);
    else page = await browser.submit(page, "subject", { subject: randomSecret() });
  }
  throw new Error("went in circles");
}

/** A session of the rep who has not taken the second step. */
async function halfSession({ url }: CleanDatabase): Promise<string> {
  const token = randomSecret();
  const hash = Buffer.from(plainHash(token)).toString("hex");
  await runSql(
    url,
    `INSERT INTO sessions (id, "tokenHash", "accountId", "endsAt")
     VALUES ('${randomSecret()}', '\\x${hash}', 'drill-rep', now() AT TIME ZONE 'UTC' + interval '1 hour'); SELECT 1`,
  );
  return token;
}

test("an outage in the middle of each step of signing in shows a page about it, lets nobody in, and signs nobody out", async () => {
  test.setTimeout(180_000);
  const clean = await createCleanDatabase(await databaseUrl(), "signing_in", 4);
  const [mail, union] = [await startMailServer(mails), await startOidcProvider(`${origin}/api/auth/callback/walkers`)];
  const provider = { id: "walkers", name: "A union", issuer: union.issuer, clientId: client.id };
  const relay = await startRelay(clean.url);
  const server = await startService(relay.url, {
    ORIGIN: origin,
    TRUST_PROXY: "1",
    ...clean.settings,
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    SIGN_IN_PROVIDERS: JSON.stringify([{ ...provider, clientSecret: client.secret }]),
  });
  const open = (session?: string) => {
    const browser = openHttpBrowser(`http://127.0.0.1:${server.port}`, origin);
    if (session) browser.setCookie("session", session);
    return browser;
  };
  const countSessions = async () => Number((await runSql(clean.url, "SELECT count(*) AS n FROM sessions"))[0]?.n);
  try {
    // everybody comes to the middle of their step
    const asking = open();
    const askPage = await asking.get("/sign-in");
    const email = newAddress();
    const [withLink, withCode, withReceipt, fromUnion] = [open(), open(), open(), open()];
    const [reader, leaver, sleeper] = [open(clean.tokens[0]), open(clean.tokens[1]), open(clean.tokens[2])];
    const ask = async (browser: HttpBrowser) => {
      const to = newAddress();
      const page = await browser.submit(await browser.get("/sign-in"), 'name="email"', { email: to });
      return { page: await browser.follow(page), text: (await waitForMail(to, 0, mails)).text };
    };
    const linkPage = await withLink.get(/http:\S+\/sign-in\/link\/\w+/.exec((await ask(withLink)).text)?.[0] ?? "");
    const codeRequest = await ask(withCode);
    const code = (/code is ([0-9A-Z]{4} [0-9A-Z]{4})\b/.exec(codeRequest.text)?.[1] ?? "").replace(" ", "");
    const callback = await comeBackFromUnion(fromUnion);
    const stepUp = open(await halfSession(clean));
    const setUp = await stepUp.get("/sign-in/second-step/set-up");
    const typed = (/id="secret"[^>]*>([^<]+)</.exec(setUp.html)?.[1] ?? "").replaceAll(" ", "");
    const app = new TOTP({ secret: Secret.fromBase32(typed) });
    ok(await stepUp.submit(setUp, 'name="code"', { code: app.generate() }), /codes/);
    const codesPage = await stepUp.get("/sign-in/second-step/codes");
    const codes = await stepUp.submit(codesPage, "Create recovery codes");
    const recovery = /<li><code[^>]*>([^<]+)</.exec(codes.html)?.[1] ?? "";
    const [staff, recovering, passkeyHolder] = [
      open(await halfSession(clean)),
      open(await halfSession(clean)),
      open(await halfSession(clean)),
    ];
    const secondStep = await staff.get("/sign-in/second-step?to=/moderation");
    const before = await countSessions();

    await relay.cut();
    await waitUntil(
      "the service knows",
      async () => (await sendRawRequest(server.port, get("/readyz", server.port)))?.status === 503,
    );
    const nextCode = () => app.generate({ timestamp: Date.now() + 30_000 });
    const failed: Record<string, HttpPage> = {
      "asking for the mail": await asking.submit(askPage, 'name="email"', { email }),
      "opening the link": await withLink.get(new URL(linkPage.address).pathname),
      "pressing the button of the link": await withLink.submit(linkPage, "Sign in"),
      "typing the code": await withCode.submit(codeRequest.page, 'name="code"', { code }),
      "typing a receipt": await withReceipt.submit(askPage, 'name="receipt"', { receipt: randomSecret() }),
      "coming back from a union": await fromUnion.get(callback),
      "the page of the second step": await staff.get("/sign-in/second-step?to=/moderation"),
      "the code of the app": await staff.submit(secondStep, 'name="code"', { code: nextCode() }),
      "a recovery code": await recovering.submit(secondStep, 'name="recovery"', { recovery }),
      "a change after a step-up": await stepUp.submit(codesPage, "Create recovery codes"),
      "the page to change factors": await stepUp.get("/sign-in/second-step/set-up"),
      "a page of one's own": await reader.get("/my"),
    };
    for (const [step, page] of Object.entries(failed)) {
      expect(page.status, step).toBe(503);
      expect(page.text, step).toContain(outageText);
      expect(page.cookies, step).toEqual([]); // none given, and none taken away
    }
    // what was typed is sent again by one press
    const typedInto = (step: string, field: string) =>
      formOf(failed[step] as HttpPage, "Send it again").form.get(field);
    expect(typedInto("asking for the mail", "email")).toBe(email);
    expect(typedInto("typing the code", "code")).toBe(code);
    // a passkey is shown by a script: it learns that it failed, and shows a message (passkey-button.tsx)
    for (const [browser, at, action, args] of [
      [passkeyHolder, "", "actions.ts#getPasskeyOptions", []],
      [passkeyHolder, "", "actions.ts#enterPasskey", ["/moderation", {}]],
      [stepUp, "/set-up", "set-up/actions.ts#getNewPasskeyOptions", []],
      [stepUp, "/set-up", "set-up/actions.ts#addPasskeyAction", ["/moderation", {}]],
    ] as const) {
      const body = new FormData();
      body.set("0", JSON.stringify(args));
      const id = actionId(`(participant)/sign-in/second-step/${action}`);
      const page = await browser.post(`/sign-in/second-step${at}`, body, { "next-action": id });
      expect([page.status, page.cookies], action).toEqual([503, []]);
    }
    // whoever leaves gets away, and leaves nobody signed in behind them
    for (const [browser, page, leadsTo] of [
      [leaver, await leaver.get("/leave"), paths.left],
      [sleeper, await sleeper.post("/sign-out", new FormData()), paths.signedOut],
    ] as const) {
      expect(page).toMatchObject({ status: 303, location: leadsTo });
      expect(browser.cookie("session")).toBeUndefined();
    }

    await relay.restore();
    await waitUntil(
      "it is as before",
      async () => (await sendRawRequest(server.port, get("/readyz", server.port)))?.status === 200,
    );
    expect(await countSessions()).toBe(before); // nobody was let in, nobody lost their session
    expect((await reader.get("/my")).status).toBe(200);
    const again = (browser: HttpBrowser, step: string) => browser.submit(failed[step] as HttpPage, "Send it again");
    ok(await again(asking, "asking for the mail"), /\/sign-in\/code$/);
    ok(await again(withLink, "pressing the button of the link"), /^\/my$/);
    ok(await again(withCode, "typing the code"), /^\/my$/);
    ok(await fromUnion.get(callback), /\/my$/);
    ok(await again(staff, "the code of the app"), /\/moderation$/);
    ok(await again(recovering, "a recovery code"), /\/moderation$/);
    expect((await again(withReceipt, "typing a receipt")).text).toContain("This receipt code is not right");
    expect(await countSessions()).toBe(before + 3); // by link, by code, by a union; the second steps renewed their own
    // at the end, since it ends this person's other sessions
    expect((await again(stepUp, "a change after a step-up")).text).toContain("Write them down");
  } finally {
    await server.stop();
    await Promise.all([relay.stop(), mail.stop(), union.stop()]);
  }
});
