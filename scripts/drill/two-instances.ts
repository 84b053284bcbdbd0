import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { get, postComment } from "@/scripts/bench/http-requests";
import { idPlaceholder } from "@/scripts/bench/measurement";
import { startService } from "@/scripts/bench/servers";
import { type CleanDatabase, strategyId } from "@/scripts/drill/clean-database";
import { startLoadBalancer } from "@/scripts/drill/load-balancer";
import { makeEditionByOps, passesOpsVerify } from "@/scripts/drill/ops-commands";
import { countMissing, formPost, isCommentAccepted, startParticipants } from "@/scripts/drill/participant-load";
import { sendRawRequest } from "@/scripts/drill/raw-request";
import { requestSignInMail } from "@/scripts/drill/sign-in-mail-request";
import { waitUntil } from "@/scripts/drill/wait-until";
import { runSql } from "@/scripts/setup/run-sql";
import { freePort } from "@/scripts/test/free-port";

export type TwoInstancesResult = {
  /** Milliseconds from an edition until the other's page, which was in its memory, shows it; each time. */
  seenAfter: number[];
  /** Whether a session begun on one is known on the other. */
  sessions: boolean;
  /** Sign-in mails requested from one network, of both in turn: how many were answered as usual, how many came, how many came twice. */
  requested: number;
  answered: number;
  mails: number;
  twice: number;
  /** While one of them was killed, again and again, under load through the proxy. */
  kills: number;
  acknowledged: number;
  refused: Record<string, number>;
  lost: number;
  half: number;
  verified: boolean;
};

/** Two instances on one PostgreSQL behind a proxy: what one does the other knows, and one can be killed. */
export async function drillTwoInstances(
  clean: CleanDatabase,
  { rounds, kills }: { rounds: number; kills: number },
): Promise<TwoInstancesResult> {
  const received: string[] = [];
  const mailPort = await freePort();
  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, session, done) => {
      stream.resume().on("end", () => {
        received.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  await new Promise<void>((done) => mail.listen(mailPort, "127.0.0.1", () => done()));
  const all = { TRUST_PROXY: "1", SMTP_URL: `smtp://127.0.0.1:${mailPort}`, ...clean.settings };
  const servers = await Promise.all([startService(clean.url, all), startService(clean.url, all)]);
  const ports = () => servers.map(({ port }) => port);
  const proxy = await startLoadBalancer(ports);
  try {
    const [one = 0, other = 0] = ports();
    const seenAfter: number[] = [];
    for (let round = 0; round < rounds; round++)
      seenAfter.push(await measurePropagation(clean, round % 2 ? one : other, round % 2 ? other : one));
    const sessions = await isSessionShared(one, other);
    const limits = await countSharedLimit([one, other], received);
    const load = await startParticipants(clean, () => proxy.port, 6);
    for (let kill = 0; kill < kills; kill++) {
      const before = load.acknowledged.comments.size;
      await waitUntil("comments are taken", () => load.acknowledged.comments.size >= before + 5);
      await sleep(Math.random() * 500);
      const at = kill % 2;
      await servers[at]?.kill();
      await sleep(500); // the other goes on alone
      servers[at] = await startService(clean.url, all);
    }
    const before = load.acknowledged.reactions.size;
    await waitUntil("both take part again", () => load.acknowledged.reactions.size > before);
    await load.stop();
    const missing = await countMissing(clean.url, load.acknowledged);
    return {
      ...{ seenAfter, sessions, kills, acknowledged: load.acknowledged.comments.size, refused: load.failures },
      ...{ ...limits, ...missing, verified: await passesOpsVerify(clean) },
    };
  } finally {
    await proxy.stop();
    await Promise.all(servers.map((server) => server.stop()));
    await new Promise<void>((done) => mail.close(() => done()));
  }
}

/** A comment is published on one, and an edition made; the other's page was in memory. @returns milliseconds until it shows */
async function measurePropagation(clean: CleanDatabase, one: number, other: number): Promise<number> {
  const id = randomBytes(17).toString("base64url").slice(0, 22);
  const form = await postComment(
    `/strategies/${strategyId}/sections/1/write`,
    one,
    "identity",
    `Across ${idPlaceholder}`,
  );
  const response = await sendRawRequest(one, form.replaceAll(idPlaceholder, id));
  if (!isCommentAccepted(response)) throw new Error(`The comment was not kept: ${response?.status}.`);
  const [openCase] = await runSql(
    clean.url,
    `SELECT k.id FROM cases k JOIN comments c ON c.id = k."commentId" WHERE c."formHash" = sha256('${id}')`,
  );
  const page = get(`/strategies/${strategyId}/comments`, other).replace("gzip", "identity");
  for (let times = 0; times < 2; times++) await sendRawRequest(other, page); // it is in memory now
  const decision = formPost(
    `/moderation/cases/${openCase?.id}/decide`,
    { decision: "publish", version: "1" },
    clean.repToken,
  );
  const decided = await sendRawRequest(one, decision);
  if (decided?.status !== 200) throw new Error(`The comment was not published: ${decided?.status}.`);
  await makeEditionByOps(strategyId, { ...clean.settings, DATABASE_URL: clean.url });
  const began = performance.now();
  await waitUntil("the other shows it", async () => (await sendRawRequest(other, page))?.text.includes(id) ?? false);
  return performance.now() - began;
}

/** Whoever sent a comment on one is known on the other. */
async function isSessionShared(one: number, other: number): Promise<boolean> {
  const id = randomBytes(17).toString("base64url").slice(0, 22);
  const form = await postComment(
    `/strategies/${strategyId}/sections/1/write`,
    one,
    "identity",
    `Known ${idPlaceholder}`,
  );
  const sent = await sendRawRequest(one, form.replaceAll(idPlaceholder, id));
  const token = /\r\nset-cookie: (session=[^;]+)/i.exec(sent?.text ?? "")?.[1];
  const response = await sendRawRequest(other, get("/my", other, token).replace("gzip", "identity"));
  return response?.status === 200 && response.text.includes(id);
}

/** Mails requested from one network, of both in turn: the limit is that of one, surplus is dropped silently, and each mail comes once. */
async function countSharedLimit(ports: number[], received: string[]) {
  const requested = 30;
  const limit = 20;
  let answered = 0;
  for (let at = 0; at < requested; at++) {
    const email = `across-${randomBytes(8).toString("hex")}@drill.example`;
    const response = await requestSignInMail(ports[at % 2] ?? 0, email, "198.51.100.200");
    if (response?.status === 303) answered++;
  }
  await waitUntil("the mails come", () => new Set(received).size >= limit);
  await sleep(1000); // one too many, or one that came twice, would come now
  return { requested, answered, mails: new Set(received).size, twice: received.length - new Set(received).size };
}
