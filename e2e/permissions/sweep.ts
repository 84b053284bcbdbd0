import { execFileSync } from "node:child_process";
import { join } from "node:path";
import pg from "pg";
import { few, people, type Who } from "@/e2e/permissions/actors";
import { differences, idsOf, stateOf, untilJobsAreDone } from "@/e2e/permissions/database-state";
import { entries } from "@/e2e/permissions/entries";
import type { Deed, Page } from "@/e2e/permissions/entry";
import type { Scene } from "@/e2e/permissions/fixtures/make-fixtures";
import { type Answer, type Asked, actionId, ask, bodyOf, inScene, scriptBodyOf } from "@/e2e/permissions/request";
import { type Fault, leaksOf, whenAllowed, whenNot, wordsOf } from "@/e2e/permissions/verdict";
import { startEmbedded } from "@/lib/database/embedded-postgres";
import { isLive } from "@/lib/server/hydrated-routes";

export type Walked = { faults: Fault[]; pages: number; deeds: number; requests: number };
type Ground = { base: string; scene: Scene; client: pg.Client; walked: Walked };

/** Tries every page, route and action as everybody, with things that are somebody's. @returns what was not as said */
export async function walk(base: string): Promise<Walked> {
  const scene = makeScene();
  const { url } = await startEmbedded(join(".data", "e2e"));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const walked: Walked = { faults: [], pages: 0, deeds: 0, requests: 0 };
  const ground = { base, scene, client, walked };
  try {
    for (const [route, entry] of entries) if (entry.kind === "page") await walkPage(ground, route, entry);
    for (const [route, entry] of entries) {
      if (entry.kind !== "deed") continue;
      walked.deeds++;
      if (entry.own) await walkOwn(ground, route, entry, entry.own.ok);
      else await walkDeed(ground, route, entry);
    }
  } finally {
    await client.end();
  }
  return walked;
}

function makeScene(): Scene {
  const own = entries.filter(([, entry]) => entry.kind === "deed" && entry.own).length;
  const words = ["--import", "tsx", "e2e/permissions/fixtures/make-fixtures.ts", String(own)];
  const env = { ...process.env, DATA_FOLDER: join(".data", "e2e"), DATABASE_URL: "" };
  return JSON.parse(execFileSync(process.execPath, words, { env, encoding: "utf8" })) as Scene;
}

async function walkPage({ base, scene, walked }: Ground, route: string, entry: Page): Promise<void> {
  const at = inScene(entry.at, scene);
  walked.pages++;
  const asking = entry.may === people ? few : people;
  await Promise.all(
    asking.map(async (who) => {
      // as a browser asks for it, and where Next's scripts are, as they would ask for its data
      const ways: Record<string, string>[] = isLive(at) ? [{}, { rsc: "1" }] : [{}];
      for (const headers of ways) {
        const answer = await ask(base, at, scene.tokens[who], { headers });
        walked.requests++;
        const told = `${route} as ${who}${"rsc" in headers ? " (its data)" : ""}: ${at}`;
        const fault = entry.may.includes(who) ? whenAllowed(answer, [entry.ok]) : whenNot(answer, who, entry.refused);
        if (fault) walked.faults.push(`${told}: ${fault}`);
        for (const leak of leaksOf(answer, scene, at, who)) walked.faults.push(`${told}: it holds ${leak}`);
      }
    }),
  );
}

const requestFor = ({ base, scene }: Ground, route: string, entry: Deed): Asked => ({
  method: entry.method ?? "POST",
  body: () => (entry.method === "GET" ? undefined : bodyOf(route, entry, scene)),
  headers: { origin: base },
});

/** The same as Next's script would ask, where a page has it. */
const scriptRequestFor = ({ base, scene }: Ground, route: string, entry: Deed): Asked => ({
  method: "POST",
  body: () => scriptBodyOf(entry, scene),
  headers: { origin: base, "next-action": actionId(route) },
});

/** Who may not do it changes nothing by trying; and who may, does. */
async function walkDeed(ground: Ground, route: string, entry: Deed): Promise<void> {
  const { base, scene, client, walked } = ground;
  const at = inScene(entry.at, scene);
  const request = requestFor(ground, route, entry);
  const ids = idsOf(scene);
  const before = await stateOf(client, ids);
  const ways = isLive(at) && entry.bound ? [request, scriptRequestFor(ground, route, entry)] : [request];
  const refused = people.filter((one) => !entry.may.includes(one));
  await Promise.all(
    refused.map(async (who) => {
      for (const [index, way] of ways.entries()) {
        const answer = await ask(base, at, scene.tokens[who], way);
        walked.requests++;
        const told = `${route} as ${who}${index === 1 ? " by a script" : ""}`;
        const fault = whenNot(answer, who, entry.refused);
        if (fault) walked.faults.push(`${told}: ${fault}`);
        for (const leak of leaksOf(answer, scene, at, who)) walked.faults.push(`${told}: the answer holds ${leak}`);
      }
    }),
  );
  const changed = differences(before, await stateOf(client, ids));
  if (changed.length > 0) walked.faults.push(`${route}: who may not do it changed ${changed.join(", ")}`);
  const [first] = entry.may;
  if (!first || entry.untried) return;
  // and it is a deed: whoever may do it changes something, or the refusals above would prove nothing
  const { status, body } = await ask(base, at, scene.tokens[first], request);
  walked.requests++;
  if (differences(before, await stateOf(client, ids)).length === 0) {
    walked.faults.push(`${route} as ${first}: it answered ${status} and changed nothing ${wordsOf(body)}`);
  }
  await untilJobsAreDone(client, ids); // or the next deed would be charged with what this one began
}

/** Everybody does it, by people who are there for it: theirs changes, and nothing of the scene's. */
async function walkOwn(ground: Ground, route: string, entry: Deed, ok: readonly number[]): Promise<void> {
  const { base, scene, client, walked } = ground;
  const at = inScene(entry.at, scene);
  const request = requestFor(ground, route, entry);
  const spares = scene.spares.pop() ?? {};
  const idsOfSpare = (who: Who) => spares[who]?.ids ?? []; // a visitor has nothing
  const asking = entry.may === people ? few.filter((who) => who !== "half") : people; // who to them is a visitor
  const others = idsOf(scene);
  const all = [...others, ...asking.flatMap(idsOfSpare)];
  const before = await stateOf(client, all);
  const answers = await Promise.all(asking.map((who) => ask(base, at, spares[who]?.token, request)));
  const after = await stateOf(client, all);
  walked.requests += answers.length;
  for (const [index, who] of asking.entries()) {
    const answer = answers[index] as Answer;
    const told = `${route} as ${who} to their own`;
    const mayDo = entry.may.includes(who);
    const fault = mayDo ? whenAllowed(answer, ok) : whenNot(answer, who, entry.refused);
    if (fault) walked.faults.push(`${told}: ${fault} ${wordsOf(answer.body)}`);
    for (const leak of leaksOf(answer, scene, at, null)) walked.faults.push(`${told}: the answer holds ${leak}`);
    const changed = differences(before, after, idsOfSpare(who));
    if (mayDo && who !== "visitor" && changed.length === 0) walked.faults.push(`${told}: it changed nothing`);
    if (!mayDo && changed.length > 0) walked.faults.push(`${told}: it changed ${changed.join(", ")}`);
  }
  const changed = differences(before, after, others);
  if (changed.length > 0) walked.faults.push(`${route}: to do it to one's own changed ${changed.join(", ")} of others`);
}
