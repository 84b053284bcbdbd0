import { SMTPServer } from "smtp-server";
import { askToSignIn } from "@/lib/auth/sign-in.commands";
import { db } from "@/lib/database/client";
import { startJobs } from "@/lib/jobs/schedule";
import { randomSecret } from "@/lib/security/encryption";
import { until } from "@/scripts/drill/wait-until";

export type Delivered = {
  asked: number;
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
 * Sign-in mails are asked for while the mail server is up, down, saying "later", and up again, and two processes' worth
 * of workers send them: each mail comes once.
 * @param port of SMTP_URL, as this process's settings say
 * @param mails in each of the four times
 */
export async function loseMail(databaseUrl: string, port: number, mails: number): Promise<Delivered> {
  const came = new Map<string, number>();
  const tries = new Map<string, number>();
  let answer: 0 | 451 = 0;
  const counted = (counts: Map<string, number>, to: string) => counts.set(to, (counts.get(to) ?? 0) + 1);
  const makeServer = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      onRcptTo: ({ address }, _session, done) => {
        counted(tries, address);
        if (address.startsWith("refused")) done(Object.assign(new Error("no such box"), { responseCode: 550 }));
        else if (answer) done(Object.assign(new Error("later"), { responseCode: answer }));
        else done();
      },
      onData: (stream, session, done) => {
        stream.resume().on("end", () => {
          for (const { address } of session.envelope.rcptTo) counted(came, address);
          done();
        });
      },
    });
  const workers = [await startJobs(databaseUrl), await startJobs(databaseUrl)];
  const asked: string[] = [];
  const ask = async (kind: string) => {
    for (let at = 0; at < mails; at++) {
      const email = `${kind}-${randomSecret().toLowerCase()}@drill.example`;
      asked.push(email);
      await askToSignIn({ email, browserToken: randomSecret(), returnTo: null, client: email });
    }
  };
  const wanted = () => asked.filter((email) => !email.startsWith("refused"));
  const all = () => until("all mails come", () => wanted().every((email) => came.has(email)) && !refusedOpen(), 120);
  const refusedOpen = () => asked.some((email) => email.startsWith("refused") && !tries.has(email));
  let server = makeServer();
  try {
    await listen(server, port);
    await ask("up");
    await ask("refused");
    await all();
    await close(server);
    await ask("down");
    await triedInVain();
    server = makeServer();
    answer = 451;
    await listen(server, port);
    await ask("later");
    await until("each is tried", () => asked.every((email) => !email.startsWith("later") || tries.has(email)));
    answer = 0;
    const began = performance.now();
    await ask("again");
    await all();
    const caughtUp = Math.round(performance.now() - began);
    // nothing is left to be sent again, and no job is under way when the workers stop
    await until("no mail is left to send", async () => {
      const [row] = await db().$queryRaw<{ n: bigint }[]>`
        SELECT count(*) AS n FROM graphile_worker.jobs WHERE task_identifier = 'send-sign-in-mail'`;
      return row?.n === 0n;
    });
    const left = await db().signInRequest.count({ where: { mailSealed: { not: null }, usedAt: null } });
    const counts = wanted().map((email) => came.get(email) ?? 0);
    const refused = asked.filter((email) => email.startsWith("refused"));
    return {
      asked: asked.length,
      once: counts.filter((n) => n === 1).length,
      twice: counts.filter((n) => n > 1).length,
      never: counts.filter((n) => n === 0).length + left,
      refused: refused.length,
      triedAgain: refused.filter((email) => tries.get(email) !== 1 || came.has(email)).length,
      caughtUp,
    };
  } finally {
    for (const one of workers) await one.stop();
    await close(server);
  }
}

/** Waits until each that waits was tried at least once. */
async function triedInVain(): Promise<void> {
  await until("each was tried in vain", async () => {
    const [row] = await db().$queryRaw<{ n: bigint }[]>`
      SELECT count(*) AS n FROM graphile_worker.jobs WHERE attempts = 0 AND last_error IS NULL`;
    return row?.n === 0n;
  });
}

const listen = (server: SMTPServer, port: number) =>
  new Promise<void>((done) => server.listen(port, "127.0.0.1", () => done()));
const close = (server: SMTPServer) => new Promise<void>((done) => server.close(() => done()));
