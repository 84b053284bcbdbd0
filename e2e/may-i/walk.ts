import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { entries } from "@/e2e/may-i/entries";
import { type Entry, people, sentToSignIn, type Who } from "@/e2e/may-i/entry";
import type { Scene } from "@/e2e/may-i/make-scene";
import { startEmbedded } from "@/lib/embedded-postgres";
import { isLive } from "@/lib/front/live-routes";

export type Fault = string;
export type Walked = { faults: Fault[]; pages: number; deeds: number; requests: number };
type Page = Extract<Entry, { kind: "page" }>;
type Deed = Extract<Entry, { kind: "deed" }>;
type Answer = { status: number; location: string; type: string; body: string };

// what no answer to anybody holds: names of our columns, which a page would only hold when it was handed a whole row
const columns = /\b(participantId|accountId|ownerIndex|receiptHash|emailIndex|emailSealed|tokenHash)\b/;

const patience = 60_000;
/** What everybody may read is asked for by these. */
const few: readonly Who[] = ["visitor", "owner", "half", "rep", "admin"];

/** Tries every page, route and action as everybody, with things that are somebody's. @returns what was not as said */
export async function walk(base: string): Promise<Walked> {
  const scene = makeScene();
  const { url } = await startEmbedded(join(".data", "e2e"));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const walked: Walked = { faults: [], pages: 0, deeds: 0, requests: 0 };
  try {
    for (const [route, entry] of Object.entries(entries)) {
      if (entry.kind === "page") await walkPage(base, scene, route, entry, walked);
    }
    for (const [route, entry] of Object.entries(entries)) {
      if (entry.kind === "deed") await walkDeed(base, scene, route, entry, client, walked);
    }
  } finally {
    await client.end();
  }
  return walked;
}

function makeScene(): Scene {
  const words = ["--import", "tsx", "e2e/may-i/make-scene.ts"];
  const env = { ...process.env, DATA_FOLDER: join(".data", "e2e"), DATABASE_URL: "" };
  return JSON.parse(execFileSync(process.execPath, words, { env, encoding: "utf8" })) as Scene;
}

const inScene = <T>(value: T | ((scene: Scene) => T), scene: Scene): T =>
  typeof value === "function" ? (value as (scene: Scene) => T)(scene) : value;

async function walkPage(base: string, scene: Scene, route: string, entry: Page, walked: Walked): Promise<void> {
  const at = inScene(entry.at, scene);
  walked.pages++;
  const asking = entry.may === people ? few : people;
  await Promise.all(
    asking.map(async (who) => {
      // as a browser asks for it, and where Next's scripts are, as they would ask for its data
      const ways: Record<string, string>[] = isLive(at) ? [{}, { rsc: "1" }] : [{}];
      for (const asked of ways) {
        const answer = await ask(base, at, scene.tokens[who], { headers: asked });
        walked.requests++;
        const told = `${route} as ${who}${"rsc" in asked ? " (its data)" : ""}: ${at}`;
        const fault = entry.may.includes(who) ? whenAllowed(answer, entry.ok) : whenNot(answer, who, []);
        if (fault) walked.faults.push(`${told}: ${fault}`);
        for (const leak of leaksOf(answer, scene, (entry.to ?? entry.may).includes(who) ? entry.shows : [])) {
          walked.faults.push(`${told}: it holds ${leak}`);
        }
      }
    }),
  );
}

async function walkDeed(
  base: string,
  scene: Scene,
  route: string,
  entry: Deed,
  client: pg.Client,
  walked: Walked,
): Promise<void> {
  const at = inScene(entry.at, scene);
  const request = { method: "POST", body: () => bodyOf(route, entry, scene), headers: { origin: base } };
  walked.deeds++;
  const before = await stateOf(client, scene);
  const refused = people.filter((one) => !entry.may.includes(one));
  await Promise.all(
    refused.map(async (who) => {
      const answer = await ask(base, at, scene.tokens[who], request);
      walked.requests++;
      const fault = whenNot(answer, who, entry.refused);
      if (fault) walked.faults.push(`${route} as ${who}: ${fault}`);
      // where it is a page with a word of explanation, that page was walked already
      for (const leak of answer.status === 200 ? [] : leaksOf(answer, scene, []))
        walked.faults.push(`${route} as ${who}: the answer holds ${leak}`);
    }),
  );
  const changed = differences(before, await stateOf(client, scene));
  if (changed.length > 0) walked.faults.push(`${route}: who may not do it changed ${changed.join(", ")}`);
  const [first] = entry.may;
  if (!first || entry.untried) return;
  // and it is a deed: whoever may do it changes something, or the refusals above would prove nothing
  const { status, body } = await ask(base, at, scene.tokens[first], request);
  walked.requests++;
  if (differences(before, await stateOf(client, scene)).length === 0) {
    walked.faults.push(`${route} as ${first}: it answered ${status} and changed nothing ${wordsOf(body)}`);
  }
  await untilJobsAreDone(client, scene); // or the next deed would be charged with what this one began
}

async function untilJobsAreDone(client: pg.Client, scene: Scene): Promise<void> {
  const end = Date.now() + patience;
  const left = `SELECT FROM graphile_worker._private_jobs
    WHERE run_at <= now() AND attempts < max_attempts AND payload::text LIKE ANY($1)`;
  while ((await client.query(left, [idsOf(scene).map((id) => `%${id}%`)])).rowCount) {
    if (Date.now() > end) throw new Error("A job that a deed began is not done within a minute.");
    await new Promise((done) => setTimeout(done, 50));
  }
}

function whenAllowed({ status, location }: Answer, ok: number): Fault | null {
  return status === ok ? null : `it answered ${status} ${location}, not ${ok}`;
}

/** What is unseen is a 404; before they sign in, people may be sent to do so. */
function whenNot({ status, location, type, body }: Answer, who: Who, refused: readonly number[]): Fault | null {
  // in the data of a page, "not found" and "go there" are words
  const isData = type.includes("x-component");
  if (isData && /NEXT_HTTP_ERROR_FALLBACK;404/.test(body)) return null;
  if (isData && /NEXT_REDIRECT;\w+;\/sign-in/.test(body) && sentToSignIn.includes(who)) return null;
  if (status === 404 || refused.includes(status)) return null;
  const isSent = status >= 300 && status < 400 && new URL(location, "http://x").pathname === "/sign-in";
  return isSent && sentToSignIn.includes(who) ? null : `it answered ${status} ${location}, not 404`;
}

function leaksOf({ body, type }: Answer, scene: Scene, shows: readonly string[]): string[] {
  const secrets: [string, string][] = [
    ...Object.entries(scene.words).filter(([name]) => !shows.includes(name)),
    ...Object.entries(scene.tokens).map(([who, token]): [string, string] => [`the session of ${who}`, token]),
    ["a participant's number", scene.read.participant],
    ["a participant's number", scene.receiptOf],
    ["the author's account", scene.people.owner ?? ""],
    ["an e-mail address", "rep-dudley@example.org"],
  ];
  const found = secrets.filter(([, secret]) => secret && body.includes(secret)).map(([name]) => name);
  if (type.includes("x-component") || type.includes("html") || type.includes("json")) {
    const column = columns.exec(body.replaceAll(/"\$ACTION[^"]*"/g, ""))?.[0];
    if (column) found.push(`a field of ours, ${column}`);
  }
  return found;
}

async function ask(
  base: string,
  at: string,
  token: string | undefined,
  { method = "GET", body, headers = {} }: { method?: string; body?: () => FormData; headers?: Record<string, string> },
): Promise<Answer> {
  const all = token ? { ...headers, cookie: `session=${token}` } : headers;
  const signal = AbortSignal.timeout(patience);
  const answer = await fetch(`${base}${at}`, { method, body: body?.(), redirect: "manual", headers: all, signal });
  const { status } = answer;
  const location = answer.headers.get("location") ?? "";
  if (/[?&]_rsc/.test(location) && !at.includes("_rsc")) return ask(base, location, token, { method, headers }); // Next's own way
  return { status, location, type: answer.headers.get("content-type") ?? "", body: await answer.text() };
}

/** What a browser without JavaScript would send: the action's number, what is bound to it, and the fields. */
function bodyOf(route: string, { bound, form }: Deed, scene: Scene): FormData {
  const body = new FormData();
  if (bound) {
    const id = actionIds().get(route);
    if (!id) throw new Error(`The build knows no action ${route}.`);
    const given = inScene(bound, scene);
    if (given.length === 0) body.set(`$ACTION_ID_${id}`, "");
    else {
      body.set("$ACTION_REF_1", "");
      body.set("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
      body.set("$ACTION_1:1", JSON.stringify(given));
    }
  }
  for (const [name, value] of Object.entries(inScene(form, scene))) body.set(name, value);
  return body;
}

type Manifest = { node: Record<string, { filename: string; exportedName: string }> };
let ids: Map<string, string> | undefined;

/** The number that the build gave each action, by its name in the entries. */
function actionIds(): Map<string, string> {
  const file = join(".next", "server", "server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  ids ??= new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [
      `${filename.replace(/^app\//, "")}#${exportedName}`,
      id,
    ]),
  );
  return ids;
}

function idsOf(scene: Scene): string[] {
  const marks = JSON.stringify({ ...scene, tokens: {}, words: {}, thread: "" }); // the thread is everybody's
  return [...marks.matchAll(/"([A-Za-z0-9_-]{20,})"/g)].map(([, id = ""]) => id);
}

/** Every row, in any table, that names a thing or a person of the scene: a hash for each table. */
async function stateOf(client: pg.Client, scene: Scene): Promise<Map<string, string>> {
  const { rows: tables } = await client.query<{ name: string; where: string }>(
    `SELECT table_name AS name, string_agg(format('%I = ANY($1)', column_name), ' OR ') AS where
     FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'text'
       AND table_name NOT IN ('sessions', 'rate_limits') GROUP BY 1 ORDER BY 1`,
  );
  const parts = tables.map(({ name, where }) => {
    const own = name === "cases" ? `(${where}) AND kind <> 'second_look'` : where; // a job draws those, meanwhile
    return `SELECT '${name}' AS name, coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS hash FROM "${name}" t WHERE ${own}`;
  });
  const { rows } = await client.query<{ name: string; hash: string }>(parts.join(" UNION ALL "), [idsOf(scene)]);
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

const differences = (before: Map<string, string>, after: Map<string, string>) =>
  [...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);

const wordsOf = (html: string) =>
  /There is a problem[\s\S]{0,400}/
    .exec(html)?.[0]
    ?.replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .slice(0, 160) ?? "";
