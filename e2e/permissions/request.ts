import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Deed } from "@/e2e/permissions/entry";
import type { Scene } from "@/e2e/permissions/fixtures/make-fixtures";
import { newFormId, randomSecret } from "@/lib/security/encryption";

export type Answer = { status: number; location: string; type: string; body: string; letsIn: boolean };
export type Asked = { method?: string; body?: () => FormData | undefined; headers?: Record<string, string> };

export const patience = 60_000;

// every browser has asked for a mail to sign in, sent a form and left for a union's sign-in: others than those of the scene
const ofBrowser = `sign-in=${randomSecret()}; sent=${newFormId()}; away=${newFormId()}`;

/** Asks as a browser does that holds this session, each time from another network: no limit of one is in the way. */
export async function ask(base: string, at: string, token: string | undefined, asked: Asked): Promise<Answer> {
  const { method = "GET", body, headers = {} } = asked;
  const from = `198.18.${randomInt(256)}.${randomInt(256)}`;
  const cookie = token ? `${ofBrowser}; session=${token}` : ofBrowser;
  const all = { ...headers, "x-forwarded-for": from, cookie };
  const signal = AbortSignal.timeout(patience);
  const answer = await fetch(`${base}${at}`, { method, body: body?.(), redirect: "manual", headers: all, signal });
  const goTo = answer.headers.get("x-action-redirect")?.split(";", 1)[0]; // as a script is told of it
  const status = goTo === undefined ? answer.status : 303;
  const location = goTo ?? answer.headers.get("location") ?? "";
  if (/[?&]_rsc/.test(location) && !at.includes("_rsc")) return ask(base, location, token, { method, headers }); // Next's own way
  const type = answer.headers.get("content-type") ?? "";
  const letsIn = answer.headers.getSetCookie().some((cookie) => /^(__Host-)?session=[^;]/.test(cookie));
  if (!type.startsWith("text/event-stream")) return { status, location, type, body: await answer.text(), letsIn };
  await answer.body?.cancel(); // it has no end
  return { status, location, type, body: "", letsIn };
}

export const inScene = <T>(value: T | ((scene: Scene) => T), scene: Scene): T =>
  typeof value === "function" ? (value as (scene: Scene) => T)(scene) : value;

/** What a browser without JavaScript would send: the action's number, what is bound to it, and the fields. */
export function bodyOf(route: string, { bound, form }: Deed, scene: Scene): FormData {
  const body = new FormData();
  if (bound) {
    const id = actionId(route);
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

/** What Next's script would send in its place: the arguments, of which the form is the last. */
export function scriptBodyOf({ bound, form }: Deed, scene: Scene): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(inScene(form, scene))) body.set(`_1_${name}`, value);
  body.set("0", JSON.stringify([...inScene(bound ?? [], scene), "$K1"]));
  return body;
}

type Manifest = { node: Record<string, { filename: string; exportedName: string }> };
let ids: Map<string, string> | undefined;

function readIds(): Map<string, string> {
  const file = join(".next", "server", "server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const named = Object.entries(node).map(([id, { filename, exportedName }]): [string, string] => [
    `${filename.replace(/^app\//, "")}#${exportedName}`,
    id,
  ]);
  return new Map(named);
}

/** The number that the build gave an action. */
export function actionId(route: string): string {
  ids ??= readIds();
  const id = ids.get(route);
  if (!id) throw new Error(`The build knows no action ${route}.`);
  return id;
}
