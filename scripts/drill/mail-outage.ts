import { SMTPServer } from "smtp-server";
import { requestSignIn } from "@/lib/auth/sign-in.commands";
import { db } from "@/lib/database/client";
import { startJobs } from "@/lib/jobs/runner";
import { randomSecret } from "@/lib/security/encryption";
import { waitUntil } from "@/scripts/drill/wait-until";

export type DeliveryResult = {
  requested: number;
  /** By how often they came: 1 is right. */
  once: number;
  twice: number;
  never: number;
  /** Mails refused for good: tried once, and not again. */
  refused: number;
  triedAgain: number;
  /** Milliseconds from the mail server's return to the last mail. */
  caughtUp: number;
};

/**
 * Sign-in mails are requested while the mail server is up, down, answering "later", and up again, and two processes' worth
 * of workers send them: each mail comes once.
 * @param port of SMTP_URL, as this process's settings say
 * @param mails in each of the four times
 */
export async function drillMailOutage(databaseUrl: string, port: number, mails: number): Promise<DeliveryResult> {
  const received = new Map<string, number>();
  const tries = new Map<string, number>();
  let responseCode: 0 | 451 = 0;
  const increment = (counts: Map<string, number>, to: string) => counts.set(to, (counts.get(to) ?? 0) + 1);
  const makeServer = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onRcptTo: ({ address }, _session, done) => {
        increment(tries, address);
        if (address.startsWith("refused")) done(Object.assign(new Error("no such box"), { responseCode: 550 }));
        else if (responseCode) done(Object.assign(new Error("later"), { responseCode }));
        else done();
      },
      onData: (stream, session, done) => {
        stream.resume().on("end", () => {
          for (const { address } of session.envelope.rcptTo) increment(received, address);
          done();
        });
      },
    });
  const workers = [await startJobs(databaseUrl), await startJobs(databaseUrl)];
  const requested: string[] = [];
  const requestMails = async (kind: string) => {
    for (let at = 0; at < mails; at++) {
      const email = `${kind}-${randomSecret().toLowerCase()}@drill.example`;
      requested.push(email);
      await requestSignIn({ email, browserToken: randomSecret(), returnTo: null, client: email });
    }
  };
  const deliverable = () => requested.filter((email) => !email.startsWith("refused"));
  const waitForAll = () =>
    waitUntil("all mails come", () => deliverable().every((email) => received.has(email)) && !hasUntriedRefused(), 120);
  const hasUntriedRefused = () => requested.some((email) => email.startsWith("refused") && !tries.has(email));
  let server = makeServer();
  try {
    await listen(server, port);
    await requestMails("up");
    await requestMails("refused");
    await waitForAll();
    await close(server);
    await requestMails("down");
    await waitUntilAllTried();
    server = makeServer();
    responseCode = 451;
    await listen(server, port);
    await requestMails("later");
    await waitUntil("each is tried", () => requested.every((email) => !email.startsWith("later") || tries.has(email)));
    responseCode = 0;
    const began = performance.now();
    await requestMails("again");
    await waitForAll();
    const caughtUp = Math.round(performance.now() - began);
    // nothing is left to be sent again, and no job is under way when the workers stop
    await waitUntil("no mail is left to send", async () => {
      const [row] = await db().$queryRaw<{ n: bigint }[]>`
        SELECT count(*) AS n FROM graphile_worker.jobs WHERE task_identifier = 'send-sign-in-mail'`;
      return row?.n === 0n;
    });
    const left = await db().signInRequest.count({ where: { mailSealed: { not: null }, usedAt: null } });
    const counts = deliverable().map((email) => received.get(email) ?? 0);
    const refused = requested.filter((email) => email.startsWith("refused"));
    return {
      requested: requested.length,
      once: counts.filter((n) => n === 1).length,
      twice: counts.filter((n) => n > 1).length,
      never: counts.filter((n) => n === 0).length + left,
      refused: refused.length,
      triedAgain: refused.filter((email) => tries.get(email) !== 1 || received.has(email)).length,
      caughtUp,
    };
  } finally {
    for (const one of workers) await one.stop();
    await close(server);
  }
}

/** Waits until each that waits was tried at least once. */
async function waitUntilAllTried(): Promise<void> {
  await waitUntil("each was tried in vain", async () => {
    const [row] = await db().$queryRaw<{ n: bigint }[]>`
      SELECT count(*) AS n FROM graphile_worker.jobs WHERE attempts = 0 AND last_error IS NULL`;
    return row?.n === 0n;
  });
}

const listen = (server: SMTPServer, port: number) =>
  new Promise<void>((done) => server.listen(port, "127.0.0.1", () => done()));
const close = (server: SMTPServer) => new Promise<void>((done) => server.close(() => done()));
