import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Deed } from "@/e2e/may-i/entry";
import type { Scene } from "@/e2e/may-i/scene/make-scene";
import { newFormId, randomSecret } from "@/lib/secrets";

export type Answer = { status: number; location: string; type: string; body: string; letsIn: boolean };
type Asked = { method?: string; body?: () => FormData | undefined; headers?: Record<string, string> };

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
  const { status } = answer;
  const location = answer.headers.get("location") ?? "";
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
