import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { ownReactionLabels } from "@/lib/comments/reactions/reaction.rules";
import { get, postComment } from "@/scripts/bench/http-requests";
import { idPlaceholder } from "@/scripts/bench/measurement";
import { type CleanDatabase, strategyId } from "@/scripts/drill/clean-database";
import { makeEditionByOps } from "@/scripts/drill/ops-commands";
import { partialWritesSql } from "@/scripts/drill/partial-writes";
import { type RawResponse, sendRawRequest } from "@/scripts/drill/raw-request";
import { runSql } from "@/scripts/setup/run-sql";

/** What was acknowledged: comments by the id of their form, decisions by case, reactions by comment. */
export type Acknowledged = { comments: Set<string>; decisions: Set<string>; reactions: Set<string> };
export type ParticipantLoad = {
  acknowledged: Acknowledged;
  /** What came back instead: by status, or "none" where the connection ended without an answer. */
  failures: Record<string, number>;
  stop: () => Promise<void>;
};

/** Whether a response acknowledges the comment. */
export const isCommentAccepted = (response: RawResponse | null): boolean =>
  response?.status === 303 && /\r\nlocation: [^\r]*\/my\/sent/i.test(response.text);

/** The request as a proxy passes it on for somebody on a network of their own: many from one would have to do proof of work. */
export function withRandomNetwork(request: string): string {
  const [third, fourth] = randomBytes(2);
  return request.replace("\r\n", `\r\nX-Forwarded-For: 198.51.${third}.${fourth}\r\n`);
}

/**
 * People who take part over HTTP, without a pause, until stopped: one writes a comment, a rep publishes it, somebody
 * agrees with it.
 * @param port of the server, read for each request: it may change
 * @param directUrl the address of PostgreSQL for our own questions, when the database's is led through something
 */
export async function startParticipants(
  clean: CleanDatabase,
  port: () => number,
  people: number,
  directUrl = clean.url,
): Promise<ParticipantLoad> {
  const write = await postComment(
    `/strategies/${strategyId}/sections/1/write`,
    port(),
    "identity",
    `Word ${idPlaceholder}`,
  );
  const pool = new pg.Pool({ connectionString: directUrl, max: 4 });
  pool.on("error", () => {}); // the next query fails
  const load: ParticipantLoad = {
    acknowledged: { comments: new Set(), decisions: new Set(), reactions: new Set() },
    failures: {},
    stop: async () => {
      stopped = true;
      await running;
      await pool.end();
      await makeEditionByOps(strategyId, { ...clean.settings, DATABASE_URL: directUrl }); // brings the counts up to date
    },
  };
  let stopped = false;
  const send = async (request: string, isAccepted: (response: RawResponse | null) => boolean): Promise<boolean> => {
    const response = await sendRawRequest(port(), request);
    if (isAccepted(response)) return true;
    const status = String(response?.status ?? "none");
    load.failures[status] = (load.failures[status] ?? 0) + 1;
    await sleep(50);
    return false;
  };
  const participate = async () => {
    while (!stopped) {
      const id = randomBytes(17).toString("base64url").slice(0, 22);
      if (!(await send(withRandomNetwork(write.replaceAll(idPlaceholder, id)), isCommentAccepted))) continue;
      load.acknowledged.comments.add(id);
      const openCase = await caseOf(pool, id);
      if (!openCase) continue;
      const decide = formPost(
        `/moderation/cases/${openCase.id}/decide`,
        { decision: "publish", version: "1" },
        clean.repToken,
      );
      if (!(await send(decide, (response) => response?.status === 200))) continue;
      load.acknowledged.decisions.add(openCase.id);
      await publishNow(pool, openCase.commentId);
      const token = clean.tokens[Math.floor(Math.random() * clean.tokens.length)] ?? "";
      const agree = formPost(
        `/strategies/${strategyId}/reactions`,
        { comment: openCase.commentId, value: "agree" },
        token,
      );
      // a redirect to the page proves nothing yet: somebody who must sign in first gets the same
      const page = get(`/strategies/${strategyId}/react/${openCase.commentId}`, port(), `session=${token}`);
      if (!(await send(agree, (response) => response?.status === 303))) continue;
      const seen = page.replace("Accept-Encoding: gzip", "Accept-Encoding: identity");
      if (await send(seen, (response) => response?.text.includes(ownReactionLabels.agree) ?? false))
        load.acknowledged.reactions.add(openCase.commentId);
    }
  };
  const running = Promise.all(Array.from({ length: people }, participate));
  return load;
}

/** A form as a browser posts it from our own page. */
export function formPost(path: string, form: Record<string, string>, token?: string): string {
  const body = new URLSearchParams(form).toString();
  const lines = [
    `POST ${path} HTTP/1.1`,
    "Host: localhost",
    "Origin: http://localhost",
    "Sec-Fetch-Site: same-origin",
    "Accept-Encoding: identity",
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${body.length}`,
    ...(token ? [`Cookie: session=${token}`] : []),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

/** Shows a comment to everybody at once, which an edition does otherwise: people could react to nothing until then. */
async function publishNow(pool: pg.Pool, commentId: string): Promise<void> {
  const sql = `UPDATE comments SET state = 'published', week = date_trunc('week', now()), "readyAt" = NULL
    WHERE id = $1 AND state = 'ready'`;
  await pool.query(sql, [commentId]).catch(() => {});
}

async function caseOf(pool: pg.Pool, formId: string): Promise<{ id: string; commentId: string } | undefined> {
  const sql = `SELECT k.id, k."commentId" FROM cases k JOIN comments c ON c.id = k."commentId"
    WHERE c."formHash" = sha256($1::text::bytea) AND k.state = 'open'`;
  return (await pool.query(sql, [formId]).catch(() => ({ rows: [] }))).rows[0];
}

/** Checks that everything acknowledged is stored. @returns how much of it is missing, and how much of anything is half done */
export async function countMissing(url: string, { comments, decisions, reactions }: Acknowledged) {
  const missing = async (ids: Set<string>, sql: string) => {
    if (ids.size === 0) return 0;
    const list = [...ids].map((id) => `('${id}')`).join(",");
    const [row] = await runSql(url, `SELECT count(*) AS n FROM (VALUES ${list}) acknowledged(id) WHERE ${sql}`);
    return Number(row?.n);
  };
  const lost =
    (await missing(
      comments,
      'NOT EXISTS (SELECT FROM comments c WHERE c."formHash" = sha256(acknowledged.id::bytea))',
    )) +
    (await missing(decisions, 'NOT EXISTS (SELECT FROM decisions d WHERE d."caseId" = acknowledged.id)')) +
    (await missing(reactions, 'NOT EXISTS (SELECT FROM reactions r WHERE r."commentId" = acknowledged.id)'));
  const [half] = await runSql(url, partialWritesSql);
  return { lost, half: Number(half?.n) };
}
