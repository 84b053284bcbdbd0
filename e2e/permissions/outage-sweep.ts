import { actors, chooseSignedIn } from "@/e2e/permissions/actors";
import { entries } from "@/e2e/permissions/entries";
import type { Action, Page } from "@/e2e/permissions/entry";
import type { IsolatedService } from "@/e2e/permissions/isolated-service";
import {
  actionId,
  formBody,
  resolve,
  type SweepRequest,
  type SweepResponse,
  scriptFormBody,
  sendRequest,
} from "@/e2e/permissions/request";
import { inTurns } from "@/lib/in-turns";
import { isHydrated } from "@/lib/server/route-table";

// Every page, route and action of the permission sweep as somebody who may, while the database is away: nobody is taken
// for somebody else, or for nobody.

/** The first two lead a person away, and take their cookies, whatever happens; the last is in the demonstration only. */
const others = ["/leave", "/sign-out", "/demo"];

/** @param service whose database is away */
export async function sweepOutage({
  base,
  fixtures,
}: IsolatedService): Promise<{ faults: string[]; requests: number }> {
  const tries = entries.flatMap(([route, entry]) => {
    if (entry.kind === "free") return [];
    const at = resolve(entry.at, fixtures);
    if (others.includes(at)) return [];
    const ways = Object.entries(waysTo(route, entry, at, fixtures));
    return ways.map(([way, request]) => ({
      route,
      entry,
      at,
      way,
      request,
      who: chooseSignedIn(entry.allowed) ?? "owner",
    }));
  });
  const results = await inTurns(tries, async ({ route, entry, at, way, request, who }) => {
    const headers = { ...request.headers, ...(request.method !== "GET" && { origin: base }) };
    const response = await sendRequest(base, at, fixtures.tokens[who], { ...request, headers });
    const fault = faultOf(entry, response);
    return fault && `${route} (${at}) as ${who}, ${way}: ${fault}`;
  });
  return { faults: results.filter((fault) => fault !== null), requests: tries.length };
}

/** As a browser asks, and where Next's scripts are, as they would. */
function waysTo(
  route: string,
  entry: Page | Action,
  at: string,
  fixtures: IsolatedService["fixtures"],
): Record<string, SweepRequest> {
  if (entry.kind === "page") {
    const page: SweepRequest = { method: "GET" };
    return isHydrated(at) ? { page, data: { method: "GET", headers: { rsc: "1" } } } : { page };
  }
  const method = entry.method ?? "POST";
  const form = { method, body: () => (method === "GET" ? undefined : formBody(route, entry, fixtures)) };
  if (!entry.bound || !isHydrated(at)) return { form };
  const headers = { "next-action": actionId(route) };
  return { form, script: { method, body: () => scriptFormBody(entry, fixtures), headers } };
}

function faultOf(entry: Page | Action, { status, location, startsSession, endsSession, body, type }: SweepResponse) {
  if (startsSession) return "it let them in";
  if (endsSession) return "it signed them out";
  if (status === 503)
    return type.includes("html") && !body.includes("We cannot reach our database") ? "it does not say why" : null;
  const needsNoDatabase = entry.allowed === actors || entry.allowed.length === 0;
  const expected = entry.kind === "page" ? [entry.ok, ...entry.refused] : entry.refused;
  if (needsNoDatabase && (expected.includes(status) || (entry.allowed.length === 0 && status === 404))) return null;
  return `it answered ${status} ${location}`;
}
