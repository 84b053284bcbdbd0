import { execFileSync } from "node:child_process";
import type pg from "pg";
import { type Actor, actors, sampleActors } from "@/e2e/permissions/actors";
import { changedTables, idsOf, readState, untilJobsAreDone } from "@/e2e/permissions/database-state";
import { entries } from "@/e2e/permissions/entries";
import type { Action, Page } from "@/e2e/permissions/entry";
import type { Fixtures } from "@/e2e/permissions/fixtures/make-fixtures";
import {
  actionId,
  formBody,
  resolve,
  type SweepRequest,
  type SweepResponse,
  scriptFormBody,
  sendRequest,
} from "@/e2e/permissions/request";
import { errorTextOf, type Fault, faultWhenAllowed, faultWhenRefused, findLeaks } from "@/e2e/permissions/verdict";
import { connect, databaseSettings } from "@/e2e/support/database";
import { isHydrated } from "@/lib/server/route-table";

export type SweepResult = { faults: Fault[]; pages: number; actions: number; requests: number };
type SweepContext = { base: string; fixtures: Fixtures; client: pg.Client; result: SweepResult };

/** Tries every page, route and action as everybody, with things that belong to somebody. @returns what differs from the entries */
export async function sweepPermissions(base: string): Promise<SweepResult> {
  const fixtures = loadFixtures();
  const client = await connect();
  const result: SweepResult = { faults: [], pages: 0, actions: 0, requests: 0 };
  const context = { base, fixtures, client, result };
  try {
    for (const [route, entry] of entries) if (entry.kind === "page") await sweepPage(context, route, entry);
    for (const [route, entry] of entries) {
      if (entry.kind !== "action") continue;
      result.actions++;
      if (entry.own) await sweepOwnAction(context, route, entry, entry.own.ok);
      else await sweepAction(context, route, entry);
    }
  } finally {
    await client.end();
  }
  return result;
}

/** People of every role, and things that are theirs, made for one sweep. */
export function loadFixtures(): Fixtures {
  const own = entries.filter(([, entry]) => entry.kind === "action" && entry.own).length;
  const args = ["--import", "tsx", "e2e/permissions/fixtures/make-fixtures.ts", String(own)];
  const env = { ...process.env, ...databaseSettings };
  return JSON.parse(execFileSync(process.execPath, args, { env, encoding: "utf8" })) as Fixtures;
}

async function sweepPage({ base, fixtures, result }: SweepContext, route: string, entry: Page): Promise<void> {
  const at = resolve(entry.at, fixtures);
  result.pages++;
  const actorsToTry = entry.allowed === actors ? sampleActors : actors;
  await Promise.all(
    actorsToTry.map(async (who) => {
      // as a browser asks for it, and where Next's scripts are, as they would ask for its data
      const ways: Record<string, string>[] = isHydrated(at) ? [{}, { rsc: "1" }] : [{}];
      for (const headers of ways) {
        const response = await sendRequest(base, at, fixtures.tokens[who], { headers });
        result.requests++;
        const description = `${route} as ${who}${"rsc" in headers ? " (its data)" : ""}: ${at}`;
        const fault = entry.allowed.includes(who)
          ? faultWhenAllowed(response, [entry.ok])
          : faultWhenRefused(response, who, entry.refused);
        if (fault) result.faults.push(`${description}: ${fault}`);
        for (const leak of findLeaks(response, fixtures, at, who))
          result.faults.push(`${description}: it holds ${leak}`);
      }
    }),
  );
}

const requestFor = ({ base, fixtures }: SweepContext, route: string, entry: Action): SweepRequest => ({
  method: entry.method ?? "POST",
  body: () => (entry.method === "GET" ? undefined : formBody(route, entry, fixtures)),
  headers: { origin: base },
});

/** The same as Next's script would ask, where a page has it. */
const scriptRequestFor = ({ base, fixtures }: SweepContext, route: string, entry: Action): SweepRequest => ({
  method: "POST",
  body: () => scriptFormBody(entry, fixtures),
  headers: { origin: base, "next-action": actionId(route) },
});

/** Who may not do it changes nothing by trying; and who may, does. */
async function sweepAction(context: SweepContext, route: string, entry: Action): Promise<void> {
  const { base, fixtures, client, result } = context;
  const at = resolve(entry.at, fixtures);
  const request = requestFor(context, route, entry);
  const ids = idsOf(fixtures);
  const before = await readState(client, ids);
  const ways = isHydrated(at) && entry.bound ? [request, scriptRequestFor(context, route, entry)] : [request];
  const refused = actors.filter((one) => !entry.allowed.includes(one));
  await Promise.all(
    refused.map(async (who) => {
      for (const [index, way] of ways.entries()) {
        const response = await sendRequest(base, at, fixtures.tokens[who], way);
        result.requests++;
        const description = `${route} as ${who}${index === 1 ? " by a script" : ""}`;
        const fault = faultWhenRefused(response, who, entry.refused);
        if (fault) result.faults.push(`${description}: ${fault}`);
        for (const leak of findLeaks(response, fixtures, at, who))
          result.faults.push(`${description}: the answer holds ${leak}`);
      }
    }),
  );
  const changed = changedTables(before, await readState(client, ids));
  if (changed.length > 0) result.faults.push(`${route}: who may not do it changed ${changed.join(", ")}`);
  const [first] = entry.allowed;
  if (!first || entry.untested) return;
  // and it is an action: whoever may do it changes something, or the refusals above would prove nothing
  const { status, body } = await sendRequest(base, at, fixtures.tokens[first], request);
  result.requests++;
  if (changedTables(before, await readState(client, ids)).length === 0) {
    result.faults.push(`${route} as ${first}: it answered ${status} and changed nothing ${errorTextOf(body)}`);
  }
  await untilJobsAreDone(client, ids); // or the next action would be charged with what this one began
}

/** Everybody does it, by people who are there for it: theirs changes, and nothing of the fixtures'. */
async function sweepOwnAction(
  context: SweepContext,
  route: string,
  entry: Action,
  ok: readonly number[],
): Promise<void> {
  const { base, fixtures, client, result } = context;
  const at = resolve(entry.at, fixtures);
  const request = requestFor(context, route, entry);
  const spares = fixtures.spares.pop() ?? {};
  const idsOfSpare = (who: Actor) => spares[who]?.ids ?? []; // a visitor has nothing
  const actorsToTry = entry.allowed === actors ? sampleActors.filter((who) => who !== "half") : actors; // who to them is a visitor
  const others = idsOf(fixtures);
  const all = [...others, ...actorsToTry.flatMap(idsOfSpare)];
  const before = await readState(client, all);
  const responses = await Promise.all(actorsToTry.map((who) => sendRequest(base, at, spares[who]?.token, request)));
  const after = await readState(client, all);
  result.requests += responses.length;
  for (const [index, who] of actorsToTry.entries()) {
    const response = responses[index] as SweepResponse;
    const description = `${route} as ${who} to their own`;
    const isAllowed = entry.allowed.includes(who);
    const fault = isAllowed ? faultWhenAllowed(response, ok) : faultWhenRefused(response, who, entry.refused);
    if (fault) result.faults.push(`${description}: ${fault} ${errorTextOf(response.body)}`);
    for (const leak of findLeaks(response, fixtures, at, null))
      result.faults.push(`${description}: the answer holds ${leak}`);
    const changed = changedTables(before, after, idsOfSpare(who));
    if (isAllowed && who !== "visitor" && changed.length === 0)
      result.faults.push(`${description}: it changed nothing`);
    if (!isAllowed && changed.length > 0) result.faults.push(`${description}: it changed ${changed.join(", ")}`);
  }
  const changed = changedTables(before, after, others);
  if (changed.length > 0) result.faults.push(`${route}: to do it to one's own changed ${changed.join(", ")} of others`);
}
