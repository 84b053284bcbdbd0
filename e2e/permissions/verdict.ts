import { type Actor, sentToSignIn } from "@/e2e/permissions/actors";
import { entries } from "@/e2e/permissions/entries";
import type { Fixtures } from "@/e2e/permissions/fixtures/make-fixtures";
import { resolve, type SweepResponse } from "@/e2e/permissions/request";

export type Fault = string;

// what no answer to anybody holds: names of our columns, which a page would only hold if it were given a complete row
const columns = /\b(participantId|accountId|ownerIndex|receiptHash|emailIndex|emailSealed|tokenHash)\b/;

export function faultWhenAllowed({ status, location }: SweepResponse, ok: readonly number[]): Fault | null {
  return ok.includes(status) ? null : `it answered ${status} ${location}, not ${ok.join(" or ")}`;
}

/** What is unseen is a 404; before they sign in, people may be sent to do so. Nobody is let in by it. */
export function faultWhenRefused(response: SweepResponse, who: Actor, refused: readonly number[]): Fault | null {
  const { status, location, type, body, startsSession } = response;
  if (startsSession) return "it let them in";
  // in the data of a page, "not found" and "go there" are words
  const isData = type.includes("x-component");
  if (isData && /NEXT_HTTP_ERROR_FALLBACK;404/.test(body)) return null;
  if (isData && /NEXT_REDIRECT;\w+;\/sign-in/.test(body) && sentToSignIn.includes(who)) return null;
  if (isData && /NEXT_REDIRECT;/.test(body) && refused.includes(307)) return null;
  if (status === 404 || refused.includes(status)) return null;
  const isSent = status >= 300 && status < 400 && new URL(location, "http://x").pathname === "/sign-in";
  return isSent && sentToSignIn.includes(who) ? null : `it answered ${status} ${location}, not 404`;
}

/** What an answer holds that is not for them: what the page at this address shows them, they may read there. */
export function findLeaks({ body, type }: SweepResponse, fixtures: Fixtures, at: string, who: Actor | null): string[] {
  const shows = who === null ? [] : shownAt(fixtures, at, who);
  const secrets: [string, string][] = [
    ...Object.entries(fixtures.plantedText).filter(([name]) => !shows.includes(name)),
    ...Object.entries(fixtures.tokens).map(([whose, token]): [string, string] => [`the session of ${whose}`, token]),
    ["a participant's number", fixtures.read.participant],
    ["a participant's number", fixtures.receiptOf],
    ["the author's account", fixtures.people.owner ?? ""],
    ["an email address", "rep-dudley@example.org"],
  ];
  const found = secrets.filter(([, secret]) => secret && body.includes(secret)).map(([name]) => name);
  if (type.includes("x-component") || type.includes("html") || type.includes("json")) {
    const column = columns.exec(body.replaceAll(/"\$ACTION[^"]*"/g, ""))?.[0];
    if (column) found.push(`a field of ours, ${column}`);
  }
  return found;
}

const shownAt = (fixtures: Fixtures, at: string, who: Actor): string[] =>
  entries.flatMap(([, entry]) =>
    entry.kind === "page" && entry.readers.includes(who) && resolve(entry.at, fixtures) === at ? entry.planted : [],
  );

/** The messages of a form with errors. */
export const errorTextOf = (html: string): string =>
  /There is a problem[\s\S]{0,400}/
    .exec(html)?.[0]
    ?.replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ")
    .slice(0, 160) ?? "";
