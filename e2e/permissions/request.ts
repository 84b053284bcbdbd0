import { randomInt } from "node:crypto";
import type { Action } from "@/e2e/permissions/entry";
import type { Fixtures } from "@/e2e/permissions/fixtures/make-fixtures";
import { newFormId, randomSecret } from "@/lib/security/encryption";
import { readActionIds } from "@/lib/server/next-adapter/action-ids";

export type SweepResponse = {
  status: number;
  location: string;
  type: string;
  body: string;
  startsSession: boolean;
  endsSession: boolean;
};
export type SweepRequest = { method?: string; body?: () => FormData | undefined; headers?: Record<string, string> };

export const requestTimeout = 60_000;

// every browser has requested a sign-in mail, sent a form and left for a union's sign-in, none of them a fixture's
const browserCookies = `sign-in=${randomSecret()}; sent=${newFormId()}; away=${newFormId()}`;

/** Asks as a browser does that holds this session, each time from another network: no limit of one is in the way. */
export async function sendRequest(
  base: string,
  at: string,
  token: string | undefined,
  request: SweepRequest,
): Promise<SweepResponse> {
  const { method = "GET", body, headers = {} } = request;
  const from = `198.18.${randomInt(256)}.${randomInt(256)}`;
  const cookie = token ? `${browserCookies}; session=${token}` : browserCookies;
  const all = { ...headers, "x-forwarded-for": from, cookie };
  const signal = AbortSignal.timeout(requestTimeout);
  const options: RequestInit = { method, body: body?.(), redirect: "manual", headers: all, signal };
  const response = await fetch(`${base}${at}`, options).catch((error: unknown) => {
    throw new Error(`${method} ${at}`, { cause: error });
  });
  const goTo = response.headers.get("x-action-redirect")?.split(";", 1)[0]; // as a script receives it
  const status = goTo === undefined ? response.status : 303;
  const location = goTo ?? response.headers.get("location") ?? "";
  if (/[?&]_rsc/.test(location) && !at.includes("_rsc")) return sendRequest(base, location, token, { method, headers }); // Next's own way
  const type = response.headers.get("content-type") ?? "";
  const cookies = response.headers.getSetCookie();
  const startsSession = cookies.some((cookie) => /^(__Host-)?session=[^;]/.test(cookie));
  const endsSession = cookies.some((cookie) => /^(__Host-)?session=;/.test(cookie));
  const received = { status, location, type, startsSession, endsSession };
  if (!type.startsWith("text/event-stream")) return { ...received, body: await response.text() };
  await response.body?.cancel(); // it has no end
  return { ...received, body: "" };
}

export const resolve = <T>(value: T | ((fixtures: Fixtures) => T), fixtures: Fixtures): T =>
  typeof value === "function" ? (value as (fixtures: Fixtures) => T)(fixtures) : value;

/** What a browser without JavaScript would send: the action's number, what is bound to it, and the fields. */
export function formBody(route: string, { bound, form }: Action, fixtures: Fixtures): FormData {
  const body = new FormData();
  if (bound) {
    const id = actionId(route);
    const boundValues = resolve(bound, fixtures);
    if (boundValues.length === 0) body.set(`$ACTION_ID_${id}`, "");
    else {
      body.set("$ACTION_REF_1", "");
      body.set("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
      body.set("$ACTION_1:1", JSON.stringify(boundValues));
    }
  }
  for (const [name, value] of Object.entries(resolve(form, fixtures))) body.set(name, value);
  return body;
}

/** What Next's script would send in its place: the arguments, of which the form is the last. */
export function scriptFormBody({ bound, form }: Action, fixtures: Fixtures): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(resolve(form, fixtures))) body.set(`_1_${name}`, value);
  body.set("0", JSON.stringify([...resolve(bound ?? [], fixtures), "$K1"]));
  return body;
}

let ids: Map<string, string> | undefined;

/** The number that the build gave an action. */
export function actionId(route: string): string {
  ids ??= readActionIds(".next");
  const id = ids.get(route);
  if (!id) throw new Error(`The build knows no action ${route}.`);
  return id;
}
