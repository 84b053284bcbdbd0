import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { run } from "@/scripts/bench/bench-database";
import { get, postComment } from "@/scripts/bench/http-requests";
import { idPlace } from "@/scripts/bench/measurement";
import { type Clean, strategyId } from "@/scripts/drill/clean-database";
import { halves } from "@/scripts/drill/partial-writes";
import { type Answer, exchange } from "@/scripts/drill/raw-request";

/** What people were told is kept: comments by the number of their form, decisions by case, reactions by comment. */
export type Told = { comments: Set<string>; decisions: Set<string>; reactions: Set<string> };
export type Load = {
  told: Told;
  /** What came back instead: by status, or "none" where the connection ended without an answer. */
  otherwise: Record<string, number>;
  stop: () => Promise<void>;
};

/** Whether an answer says that the comment is kept. */
export const saysKept = (answer: Answer | null): boolean =>
  answer?.status === 303 && /\r\nlocation: [^\r]*\/my\/sent/i.test(answer.text);

/** The request as a proxy passes it on for somebody on a network of their own: of one network's, a puzzle is asked soon. */
export function fromAnywhere(request: string): string {
  const [one, other] = randomBytes(2);
  return request.replace("\r\n", `\r\nX-Forwarded-For: 198.51.${one}.${other}\r\n`);
}

/**
 * People who take part over HTTP, without a pause, until stopped: one writes a comment, a rep publishes it, somebody
 * agrees with it.
 * @param port of the server, asked each time anew: it may change
 * @param asIs the address of PostgreSQL for our own questions, when the database's is led through something
 */
export async function takePart(clean: Clean, port: () => number, people: number, asIs = clean.url): Promise<Load> {
  const write = await postComment(`/strategies/${strategyId}/sections/1/write`, port(), "identity", `Word ${idPlace}`);
  const pool = new pg.Pool({ connectionString: asIs, max: 4 });
  pool.on("error", () => {}); // the next question says so
  const load: Load = {
    told: { comments: new Set(), decisions: new Set(), reactions: new Set() },
    otherwise: {},
    stop: async () => {
      stopped = true;
      await all;
      await pool.end();
    },
  };
  let stopped = false;
  const ask = async (request: string, isTaken: (answer: Answer | null) => boolean): Promise<boolean> => {
    const answer = await exchange(port(), request);
    if (isTaken(answer)) return true;
    const what = String(answer?.status ?? "none");
    load.otherwise[what] = (load.otherwise[what] ?? 0) + 1;
    await sleep(50);
    return false;
  };
  const one = async () => {
    while (!stopped) {
      const id = randomBytes(17).toString("base64url").slice(0, 22);
      if (!(await ask(fromAnywhere(write.replaceAll(idPlace, id)), saysKept))) continue;
      load.told.comments.add(id);
      const made = await caseOf(pool, id);
      if (!made) continue;
      const decide = post(`/moderation/cases/${made.id}/decide`, { deed: "publish", version: "1" }, clean.repToken);
      if (!(await ask(decide, (answer) => answer?.status === 200))) continue;
      load.told.decisions.add(made.id);
      const token = clean.tokens[Math.floor(Math.random() * clean.tokens.length)] ?? "";
      const agree = post(`/strategies/${strategyId}/reactions`, { comment: made.commentId, value: "agree" }, token);
      // the way to the page says nothing yet: it is the same for whoever must sign in first
      const page = get(`/strategies/${strategyId}/react/${made.commentId}`, port(), `session=${token}`);
      if (!(await ask(agree, (answer) => answer?.status === 303))) continue;
      const seen = page.replace("Accept-Encoding: gzip", "Accept-Encoding: identity");
      if (await ask(seen, (answer) => answer?.text.includes("It is counted") ?? false))
        load.told.reactions.add(made.commentId);
    }
  };
  const all = Promise.all(Array.from({ length: people }, one));
  return load;
}

/** A form as a browser posts it from our own page. */
export function post(path: string, form: Record<string, string>, token?: string): string {
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

async function caseOf(pool: pg.Pool, formId: string): Promise<{ id: string; commentId: string } | undefined> {
  const sql = `SELECT k.id, k."commentId" FROM cases k JOIN comments c ON c.id = k."commentId"
    WHERE c."formId" = $1 AND k.state = 'open'`;
  return (await pool.query(sql, [formId]).catch(() => ({ rows: [] }))).rows[0];
}

/** Looks for what people were told is kept. @returns how much of it is not there, and how much of anything is by half */
export async function findMissing(url: string, { comments, decisions, reactions }: Told) {
  const missing = async (ids: Set<string>, sql: string) => {
    if (ids.size === 0) return 0;
    const list = [...ids].map((id) => `('${id}')`).join(",");
    const [row] = await run(url, `SELECT count(*) AS n FROM (VALUES ${list}) told(id) WHERE ${sql}`);
    return Number(row?.n);
  };
  const lost =
    (await missing(comments, 'NOT EXISTS (SELECT FROM comments c WHERE c."formId" = told.id)')) +
    (await missing(decisions, 'NOT EXISTS (SELECT FROM decisions d WHERE d."caseId" = told.id)')) +
    (await missing(reactions, 'NOT EXISTS (SELECT FROM reactions r WHERE r."commentId" = told.id)'));
  const [half] = await run(url, halves);
  return { lost, half: Number(half?.n) };
}
