import { randomInt } from "node:crypto";
import type pg from "pg";
import { type Actor, chooseSignedIn } from "@/e2e/permissions/actors";
import { entries } from "@/e2e/permissions/entries";
import { type Interruption, interruptions, type Scene } from "@/e2e/permissions/interruptions";
import type { IsolatedService } from "@/e2e/permissions/isolated-service";
import { fillTextForms, type PageForm, toFormData } from "@/e2e/permissions/page-form";
import { resolve } from "@/e2e/permissions/request";
import { inTurns } from "@/lib/in-turns";
import { newId, plainHash, randomSecret } from "@/lib/security/encryption";

// Every form of the kit that takes text, on every page of the permission sweep, with everything that may come between it
// and its action. Wherever the person ends up, what they typed must be there, or in the database.

/** Where the text is, by form and interruption; and what is wrong. */
export type InterruptionResult = { found: Map<string, Map<string, string>>; faults: string[] };

type Browser = { session: string | undefined; unsent: string; network: string };
type TextForm = { name: string; title: string; at: string; who: Actor };
/** A form in a browser, about to be sent. */
type Cell = { form: TextForm; browser: Browser; text: string; fields: PageForm["fields"] };
type Response = { status: number; location: string; html: string };

const textStart = "Nothing of this is lost";

export async function sweepInterruptions(sweep: IsolatedService): Promise<InterruptionResult> {
  const result: InterruptionResult = { found: new Map(), faults: [] };
  const forms = await listForms(sweep, result);
  for (const interruption of interruptions) await sweepInterruption(sweep, forms, interruption, result);
  return result;
}

/** The forms that take text, of every page that the permission sweep opens, each as somebody who may. */
async function listForms(sweep: IsolatedService, result: InterruptionResult): Promise<TextForm[]> {
  const pages = entries.flatMap(([route, entry]) => {
    if (entry.kind !== "page" || !route.endsWith("/page.tsx")) return []; // streams and files hold no forms
    if (route.includes("/sign-in/")) return []; // codes and addresses are not stored
    const who = chooseSignedIn(entry.allowed);
    return who ? [{ route, at: resolve(entry.at, sweep.fixtures), who }] : [];
  });
  const forms = await inTurns(pages, async ({ route, at, who }) => {
    const { html } = await get(sweep, await openBrowser(sweep, who), at);
    const names = fillTextForms(html, "x").map(({ name }) => name);
    if (new Set(names).size < names.length) result.faults.push(`${route}: two of its forms have the same name`);
    const title = titleOf(route);
    return names.map((name) => ({ name, at, who, title: name ? `${title} (${withoutId(name)})` : title }));
  });
  return forms.flat();
}

const titleOf = (route: string) =>
  `/${route
    .split("/")
    .slice(0, -1)
    .filter((part) => !part.startsWith("("))
    .map((part) => part.replace(/^\[(.+)\]$/, ":$1"))
    .join("/")}`;
/** Forms of a list are named by what they are about. */
const withoutId = (name: string) => name.replace(/[-_]?[0-9A-Za-z_-]{20,}$/, "");

async function sweepInterruption(
  sweep: IsolatedService,
  forms: TextForm[],
  interruption: Interruption,
  { found, faults }: InterruptionResult,
): Promise<void> {
  await sweep.client.query("DELETE FROM rate_limits"); // what was sent before counts for no interruption
  const concerned = forms.filter(({ who }) => interruption.applies(who));
  const cells = (await inTurns(concerned, (form) => fillIn(sweep, form))).filter((cell) => cell !== null);
  await interruption.begin?.(sceneOf(sweep, cells));
  const responses: Response[] = [];
  // one after the other: two forms of a page may be about the same thing
  for (const { browser, form, fields } of cells)
    responses.push(await post(sweep, browser, form.at, interruption.change?.(fields) ?? fields));
  await interruption.end?.(sceneOf(sweep, cells));
  const stored = await readStoredTexts(sweep.client);
  await inTurns(cells, async (cell, index) => {
    const { form, text, browser } = cell;
    const { where, isThere } = await findText(sweep, cell, responses[index] as Response);
    const isStored = [...stored].some((each) => each.includes(text));
    const row = found.get(form.title) ?? new Map<string, string>();
    found.set(form.title, row.set(interruption.name, isThere ? where : isStored ? "sent" : "lost"));
    const name = `${form.title} as ${form.who}, ${interruption.name}`;
    if (!isThere && !isStored) faults.push(`${name}: the text is not at ${where}`);
    if (form.who === "visitor" || !browser.unsent) return;
    const stranger: Browser = { ...(await openBrowser(sweep, "visitor")), unsent: browser.unsent };
    if ((await get(sweep, stranger, "/unsent")).html.includes(text))
      faults.push(`${name}: whoever has the browser reads it`);
  });
}

/** The form as a browser shows it, filled in; null when an earlier interruption has used its subject up. */
async function fillIn(sweep: IsolatedService, form: TextForm): Promise<Cell | null> {
  const text = `${textStart} ${newId()}`;
  const browser = await openBrowser(sweep, form.who);
  const { html } = await get(sweep, browser, form.at);
  const filled = fillTextForms(html, text).find(({ name }) => name === form.name);
  return filled ? { form, browser, text, fields: filled.fields } : null;
}

function sceneOf(sweep: IsolatedService, cells: Cell[]): Scene {
  const { client, fixtures, cutDatabase, restoreDatabase } = sweep;
  return {
    sql: (text, values) => client.query(text, values),
    endSessions: async () => {
      const hashes = cells.map(({ browser }) => Buffer.from(plainHash(browser.session ?? "")));
      const over = `UPDATE sessions SET "seenAt" = now() - interval '3 hours' WHERE "tokenHash" = ANY($1)`;
      await client.query(over, [hashes]);
    },
    startSessions: async () => {
      for (const { browser, form } of cells)
        browser.session = await startSession(client, fixtures.tokens[form.who] ?? "");
    },
    sendFromOtherWindow: async () => {
      for (const { browser, form, text, fields } of cells) {
        const other = fields.map(
          ([name, value]) => [name, value.replaceAll(text, "From another window")] as [string, string],
        );
        await post(sweep, { ...browser }, form.at, other);
      }
    },
    cutDatabase,
    restoreDatabase,
  };
}

/** All texts of the sweep that any row of any table holds. */
async function readStoredTexts(client: pg.Pool): Promise<Set<string>> {
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const all = tables.map(({ name }) => `SELECT t::text AS row FROM ${name} t WHERE t::text LIKE '%${textStart}%'`);
  const { rows } = await client.query<{ row: string }>(all.join(" UNION ALL "));
  return new Set(rows.map(({ row }) => row));
}

/** Follows the response to the page that it leads to; from signing in, to where that would. */
async function findText(sweep: IsolatedService, { browser, form, text }: Cell, posted: Response) {
  let { location, html } = posted;
  let where = posted.status === 503 ? "error page" : whereOf(html, form.at);
  for (let steps = 0; location && steps < 4; steps++) {
    const { pathname, search, searchParams } = new URL(location, sweep.base);
    const isSignIn = pathname === "/sign-in";
    const next = isSignIn ? (searchParams.get("to") ?? "/") : pathname + search;
    ({ location, html } = await get(sweep, browser, next));
    where = isSignIn ? "its form, after signing in" : whereOf(html, pathname);
  }
  return { where, isThere: html.includes(text) };
}

/** A form that shows what was typed has an attribute that names its state. */
const whereOf = (html: string, path: string) =>
  path === "/unsent" ? "/unsent" : html.includes("data-form-state=") ? "its form" : "sent";

async function openBrowser({ client, fixtures }: IsolatedService, who: Actor): Promise<Browser> {
  const token = fixtures.tokens[who];
  const network = `198.19.${randomInt(256)}.${randomInt(256)}`;
  return { session: token && (await startSession(client, token)), unsent: "", network };
}

/** Another session of the same person. @param token of one that they have */
async function startSession(client: pg.Pool, token: string): Promise<string> {
  const own = randomSecret();
  await client.query(
    `INSERT INTO sessions (id, "tokenHash", "accountId", "ownerSealed", "ownerIndex", "participantId", "startedAt", "seenAt", "endsAt", "steppedUpAt")
    SELECT $1, $2, "accountId", "ownerSealed", "ownerIndex", "participantId", "startedAt", now() AT TIME ZONE 'UTC', "endsAt", "steppedUpAt" FROM sessions WHERE "tokenHash" = $3`,
    [newId(), Buffer.from(plainHash(own)), Buffer.from(plainHash(token))],
  );
  return own;
}

const get = (sweep: IsolatedService, browser: Browser, at: string) => send(sweep, browser, at, { method: "GET" });
const post = (sweep: IsolatedService, browser: Browser, at: string, fields: PageForm["fields"]) =>
  send(sweep, browser, at, { method: "POST", body: toFormData(fields) });

async function send({ base }: IsolatedService, browser: Browser, at: string, init: RequestInit): Promise<Response> {
  const cookie = [browser.session && `session=${browser.session}`, browser.unsent && `unsent=${browser.unsent}`];
  const headers = {
    origin: base,
    cookie: cookie.filter(Boolean).join("; "),
    "x-forwarded-for": browser.network,
  };
  const response = await fetch(`${base}${at}`, { ...init, redirect: "manual", headers });
  const unsent = response.headers.getSetCookie().find((each) => each.startsWith("unsent="));
  if (unsent) browser.unsent = unsent.slice("unsent=".length).split(";", 1)[0] ?? "";
  const location = response.headers.get("location") ?? "";
  return { status: response.status, location, html: await response.text() };
}
