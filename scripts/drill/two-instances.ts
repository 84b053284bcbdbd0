import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { run } from "@/scripts/bench/bench-database";
import { get, postComment } from "@/scripts/bench/http-requests";
import { idPlace } from "@/scripts/bench/measurement";
import { startOurs } from "@/scripts/bench/servers";
import { type Clean, strategyId } from "@/scripts/drill/clean-database";
import { balance } from "@/scripts/drill/load-balancer";
import { verifies } from "@/scripts/drill/ops-verify";
import { findMissing, post, saysKept, takePart } from "@/scripts/drill/participant-load";
import { exchange } from "@/scripts/drill/raw-request";
import { askForMail } from "@/scripts/drill/sign-in-mail-request";
import { until } from "@/scripts/drill/wait-until";
import { freePort } from "@/scripts/test/free-port";

export type Shared = {
  /** Milliseconds from "published" on one until the other's page, which was in its memory, shows it; each time. */
  seenAfter: number[];
  /** Whether a session begun on one is known on the other. */
  sessions: boolean;
  /** Of so many sign-in mails asked for from one network, by turns: how many were let through, and came, and twice. */
  asked: number;
  allowed: number;
  mails: number;
  twice: number;
  /** While one of them was killed, again and again, under load through the proxy. */
  kills: number;
  told: number;
  refused: Record<string, number>;
  lost: number;
  half: number;
  verified: boolean;
};

/** Two instances on one PostgreSQL behind a proxy: what one does the other knows, and one can be killed. */
export async function twoInstances(
  clean: Clean,
  { rounds, kills }: { rounds: number; kills: number },
  settings: Record<string, string> = {},
): Promise<Shared> {
  const came: string[] = [];
  const mailPort = await freePort();
  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, session, done) => {
      stream.resume().on("end", () => {
        came.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  await new Promise<void>((done) => mail.listen(mailPort, "127.0.0.1", () => done()));
  const all = { TRUST_PROXY: "1", SMTP_URL: `smtp://127.0.0.1:${mailPort}`, ...settings };
  const servers = await Promise.all([startOurs(clean.url, all), startOurs(clean.url, all)]);
  const ports = () => servers.map(({ port }) => port);
  const proxy = await balance(ports);
  try {
    const [one = 0, other = 0] = ports();
    const seenAfter: number[] = [];
    for (let round = 0; round < rounds; round++)
      seenAfter.push(await publishAcross(clean, round % 2 ? one : other, round % 2 ? other : one));
    const sessions = await knowsAcross(one, other);
    const limits = await limitAcross([one, other], came);
    const load = await takePart(clean, () => proxy.port, 6);
    for (let kill = 0; kill < kills; kill++) {
      const before = load.told.comments.size;
      await until("comments are taken", () => load.told.comments.size >= before + 5);
      await sleep(Math.random() * 500);
      const at = kill % 2;
      await servers[at]?.kill();
      await sleep(500); // the other goes on alone
      servers[at] = await startOurs(clean.url, all);
    }
    const before = load.told.reactions.size;
    await until("both take part again", () => load.told.reactions.size > before);
    await load.stop();
    const missing = await findMissing(clean.url, load.told);
    return {
      ...{ seenAfter, sessions, kills, told: load.told.comments.size, refused: load.otherwise },
      ...{ ...limits, ...missing, verified: await verifies(clean.url, settings) },
    };
  } finally {
    await proxy.stop();
    await Promise.all(servers.map((server) => server.stop()));
    await new Promise<void>((done) => mail.close(() => done()));
  }
}

/** A comment is sent and published on one; the other's page of it was in memory. @returns milliseconds until it shows */
async function publishAcross(clean: Clean, one: number, other: number): Promise<number> {
  const id = randomBytes(17).toString("base64url").slice(0, 22);
  const form = await postComment(`/strategies/${strategyId}/sections/1/write`, one, "identity", `Across ${idPlace}`);
  const sent = await exchange(one, form.replaceAll(idPlace, id));
  if (!saysKept(sent)) throw new Error(`The comment was not kept: ${sent?.status}.`);
  const [made] = await run(
    clean.url,
    `SELECT k.id FROM cases k JOIN comments c ON c.id = k."commentId" WHERE c."formId" = '${id}'`,
  );
  const page = get(`/strategies/${strategyId}/comments`, other).replace("gzip", "identity");
  for (let times = 0; times < 2; times++) await exchange(other, page); // it is in memory now
  const decision = post(`/moderation/cases/${made?.id}/decide`, { deed: "publish", version: "1" }, clean.repToken);
  const decided = await exchange(one, decision);
  if (decided?.status !== 200) throw new Error(`The comment was not published: ${decided?.status}.`);
  const began = performance.now();
  await until("the other shows it", async () => (await exchange(other, page))?.text.includes(id) ?? false);
  return performance.now() - began;
}

/** Whoever sent a comment on one is known on the other. */
async function knowsAcross(one: number, other: number): Promise<boolean> {
  const id = randomBytes(17).toString("base64url").slice(0, 22);
  const form = await postComment(`/strategies/${strategyId}/sections/1/write`, one, "identity", `Known ${idPlace}`);
  const sent = await exchange(one, form.replaceAll(idPlace, id));
  const token = /\r\nset-cookie: (session=[^;]+)/i.exec(sent?.text ?? "")?.[1];
  const mine = await exchange(other, get("/my", other, token).replace("gzip", "identity"));
  return mine?.status === 200 && mine.text.includes(id);
}

/** Mails asked for from one network, of both by turns: the limit is that of one, and each mail comes once. */
async function limitAcross(ports: number[], came: string[]) {
  const asked = 30;
  let allowed = 0;
  for (let at = 0; at < asked; at++) {
    const email = `across-${randomBytes(8).toString("hex")}@drill.example`;
    const answer = await askForMail(ports[at % 2] ?? 0, email, "198.51.100.200");
    if (answer?.status === 303) allowed++;
  }
  await until("the mails come", () => new Set(came).size >= allowed);
  await sleep(500); // one that came twice would come now
  return { asked, allowed, mails: new Set(came).size, twice: came.length - new Set(came).size };
}
