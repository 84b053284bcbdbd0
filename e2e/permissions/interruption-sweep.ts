import { randomInt } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import type { Actor } from "@/e2e/permissions/actors";
import { entries } from "@/e2e/permissions/entries";
import type { Page } from "@/e2e/permissions/entry";
import type { Fixtures } from "@/e2e/permissions/fixtures/make-fixtures";
import { aboutNothing, fillTextForms, fromAnotherBuild, type PageForm, toFormData } from "@/e2e/permissions/page-form";
import { resolve } from "@/e2e/permissions/request";
import { loadFixtures } from "@/e2e/permissions/sweep";
import { startEmbedded } from "@/lib/database/embedded-postgres";
import { newId, plainHash, randomSecret } from "@/lib/security/encryption";

// Every form of the kit that takes text, on every page of the permission sweep, with what may come between it and its
// action. Wherever the person ends up, what they typed must be there.

export type InterruptionResult = { forms: string[]; faults: string[]; shown: Record<string, Record<string, string>> };

type Browser = { session: string | undefined; unsent: string };
type Sweep = { base: string; fixtures: Fixtures; database: pg.Pool };
type Shown = { where: string; html: string };

/** What comes between, and where the person finds the text afterwards. */
type Interruption = {
  name: string;
  /** Whether it can happen to this person. */
  applies: (who: Actor) => boolean;
  change?: (fields: PageForm["fields"]) => PageForm["fields"];
  before?: (sweep: Sweep, browser: Browser, who: Actor) => Promise<void>;
  /** Before they find their text again: they sign in, or have their role again. */
  after?: (sweep: Sweep, browser: Browser, who: Actor) => Promise<void>;
};

const hasRole = (who: Actor) => !["visitor", "receipt", "account", "owner"].includes(who);

const interruptions: Interruption[] = [
  {
    name: "session over",
    applies: (who) => who !== "visitor",
    before: async ({ database }, { session }) => {
      const over = `UPDATE sessions SET "seenAt" = now() - interval '3 hours' WHERE "tokenHash" = $1`;
      await database.query(over, [Buffer.from(plainHash(session ?? ""))]);
    },
    after: async ({ database, fixtures }, browser, who) => {
      browser.session = await startSession(database, fixtures.tokens[who] ?? "");
    },
  },
  {
    name: "role ended",
    applies: hasRole,
    before: ({ database }, { session }) => setGrants(database, session, "now()"),
    after: ({ database }, { session }) => setGrants(database, session, "NULL"),
  },
  { name: "update", applies: () => true, change: fromAnotherBuild },
  { name: "subject gone", applies: () => true, change: aboutNothing },
];

/** Tries every form with every interruption that can happen to its person. */
export async function sweepInterruptions(base: string): Promise<InterruptionResult> {
  const { url } = await startEmbedded(join(".data", "e2e"));
  const database = new pg.Pool({ connectionString: url });
  const sweep = { base, fixtures: loadFixtures(), database };
  const result: InterruptionResult = { forms: [], faults: [], shown: {} };
  try {
    // one thing after another to each person, for their role ends and is given back; all people side by side
    const pages = listPages();
    const sweepPagesOf = async (person: Actor) => {
      for (const { route, entry, who } of pages) if (who === person) await sweepPage(sweep, route, entry, who, result);
    };
    await Promise.all([...new Set(pages.map(({ who }) => who))].map(sweepPagesOf));
  } finally {
    await database.end();
  }
  return result;
}

function listPages(): { route: string; entry: Page; who: Actor }[] {
  return entries.flatMap(([route, entry]) => {
    if (entry.kind !== "page" || !route.endsWith("/page.tsx")) return []; // streams and files hold no forms
    if (route.includes("/sign-in/")) return []; // codes and addresses are not stored
    const who = personFor(entry);
    return who ? [{ route, entry, who }] : [];
  });
}

/** Somebody who may open it, with a session where there is one to lose. */
const personFor = ({ allowed }: Page): Actor | undefined =>
  allowed.find((who) => who !== "visitor" && who !== "half") ?? allowed[0];

async function sweepPage(sweep: Sweep, route: string, entry: Page, who: Actor, result: InterruptionResult) {
  const at = resolve(entry.at, sweep.fixtures);
  const browser = await openBrowser(sweep, who);
  const { html } = await get(sweep, browser, at);
  const names = fillTextForms(html, "x").map(({ name }) => name);
  if (new Set(names).size < names.length) result.faults.push(`${route}: two of its forms have the same name`);
  for (const name of names) {
    const form = `${route}${name && `#${name}`}`;
    result.forms.push(form);
    for (const interruption of interruptions) {
      if (!interruption.applies(who)) continue;
      const shown = await interrupt(sweep, who, at, name, interruption);
      result.shown[form] = { ...result.shown[form], [interruption.name]: shown.where };
      if (shown.fault) result.faults.push(`${form} as ${who}, ${interruption.name}: ${shown.fault}`);
    }
  }
}

async function interrupt(sweep: Sweep, who: Actor, at: string, name: string, interruption: Interruption) {
  const text = `Nothing of this is lost ${newId()}`;
  const browser = await openBrowser(sweep, who);
  const form = fillTextForms((await get(sweep, browser, at)).html, text).find((each) => each.name === name);
  if (!form) return { where: "", fault: "the form is no longer there" };
  await interruption.before?.(sweep, browser, who);
  const posted = await post(sweep, browser, at, interruption.change?.(form.fields) ?? form.fields);
  await interruption.after?.(sweep, browser, who);
  const shown = await follow(sweep, browser, posted);
  if (!shown.html.includes(text)) return { where: shown.where, fault: `the text is not at ${shown.where}` };
  if (who !== "visitor") {
    const stranger: Browser = { ...(await openBrowser(sweep, "visitor")), unsent: browser.unsent };
    if ((await get(sweep, stranger, "/unsent")).html.includes(text))
      return { where: shown.where, fault: "whoever has the browser reads it" };
  }
  return { where: shown.where, fault: null };
}

/** To where the answer sends the browser; from signing in, to where that would. */
async function follow(sweep: Sweep, browser: Browser, posted: Shown & { location: string }): Promise<Shown> {
  let { location, ...shown } = posted;
  for (let steps = 0; location && steps < 4; steps++) {
    const { pathname, search, searchParams } = new URL(location, sweep.base);
    const next = pathname === "/sign-in" ? (searchParams.get("to") ?? "/") : pathname + search;
    const response = await get(sweep, browser, next);
    shown = { where: pathname === "/sign-in" ? "its form, after signing in" : whereOf(pathname), html: response.html };
    location = response.location;
  }
  return shown;
}

const whereOf = (path: string) => (path === "/unsent" ? "/unsent" : "its form");

async function openBrowser({ database, fixtures }: Sweep, who: Actor): Promise<Browser> {
  const token = fixtures.tokens[who];
  return { session: token && (await startSession(database, token)), unsent: "" };
}

/** Another session of the same person. @param token of one that they have */
async function startSession(database: pg.Pool, token: string): Promise<string> {
  const own = randomSecret();
  await database.query(
    `INSERT INTO sessions (id, "tokenHash", "accountId", "participantId", "startedAt", "seenAt", "endsAt", "steppedUpAt")
    SELECT $1, $2, "accountId", "participantId", "startedAt", now() AT TIME ZONE 'UTC', "endsAt", "steppedUpAt" FROM sessions WHERE "tokenHash" = $3`,
    [newId(), Buffer.from(plainHash(own)), Buffer.from(plainHash(token))],
  );
  return own;
}

async function setGrants(database: pg.Pool, session: string | undefined, endedAt: "now()" | "NULL"): Promise<void> {
  await database.query(
    `UPDATE grants SET "endedAt" = ${endedAt} WHERE "accountId" = (SELECT "accountId" FROM sessions WHERE "tokenHash" = $1)`,
    [Buffer.from(plainHash(session ?? ""))],
  );
}

const get = (sweep: Sweep, browser: Browser, at: string) => send(sweep, browser, at, { method: "GET" });
const post = (sweep: Sweep, browser: Browser, at: string, fields: PageForm["fields"]) =>
  send(sweep, browser, at, { method: "POST", body: toFormData(fields) });

async function send(
  { base }: Sweep,
  browser: Browser,
  at: string,
  init: RequestInit,
): Promise<Shown & { location: string; status: number }> {
  const cookie = [browser.session && `session=${browser.session}`, browser.unsent && `unsent=${browser.unsent}`];
  const headers = {
    origin: base,
    cookie: cookie.filter(Boolean).join("; "),
    "x-forwarded-for": `198.19.${randomInt(256)}.${randomInt(256)}`,
  };
  const response = await fetch(`${base}${at}`, { ...init, redirect: "manual", headers });
  const unsent = response.headers.getSetCookie().find((each) => each.startsWith("unsent="));
  if (unsent) browser.unsent = unsent.slice("unsent=".length).split(";", 1)[0] ?? "";
  const html = await response.text();
  const location = response.headers.get("location") ?? "";
  return { status: response.status, location, html, where: `${response.status} ${whereOf(at)}` };
}
