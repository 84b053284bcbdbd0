import { cookies, headers } from "next/headers";
import type { NextResponse } from "next/server";
import type { CookieName } from "@/lib/auth/cookie.rules";
import type { Kept } from "@/lib/auth/providers/openid-connect";
import type { Staff } from "@/lib/auth/second-factors/second-factor.policy";
import { endSession as endSessionOf, resumeSession, type SessionOf, startSession } from "@/lib/auth/session.commands";
import { findSession, listSessions, type SessionView } from "@/lib/auth/session.queries";
import { signInLasts } from "@/lib/auth/sign-in.rules";
import { env } from "@/lib/env";
import { isStaff, type Person, visitor } from "@/lib/people/person.policy";
import { paths } from "@/lib/routes";
import { randomSecret, seal, unseal } from "@/lib/security/encryption";
import { clientHeader } from "@/lib/security/rate-limit";

// The only place that knows of cookies. Routes ask for the person; commands get the person.

const isSecure = () => env().ORIGIN?.startsWith("https:") ?? false;
/** Under https the browser itself sees to it that no other site, and no page under another name, sets it. */
const nameOf = (name: CookieName) => (isSecure() ? `__Host-${name}` : name);
const look = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;

/** Where cookies are read and put: Next's for this request, or a route's own, which then needs no Next around it. */
export type Jar = Pick<Awaited<ReturnType<typeof cookies>>, "get"> & Pick<NextResponse["cookies"], "set" | "delete">;

/**
 * Who asks: a visitor when there is no session, it is over, or it waits for the second step that a role asks for.
 * Roles are those of this moment.
 */
export async function getPerson(jar?: Jar): Promise<Person> {
  const token = await read("session", jar);
  return (token && (await resumeSession(token))) || visitor;
}

/**
 * Somebody with a role, also before their second step; null for everybody else. Only the pages of the second step
 * ask for this.
 */
export async function getStaff(): Promise<Staff | null> {
  const token = await read("session");
  const session = token ? await findSession(token) : null;
  if (!session?.person.accountId || !isStaff(session.person)) return null;
  const { id, person, isHalf } = session;
  return {
    sessionId: id,
    accountId: session.person.accountId,
    label: person.label ?? "Staff",
    grants: person.grants,
    isHalf,
  };
}

/**
 * Signs the browser in by account; the session that it had before ends.
 * @param isProved the account's own sign-in has proved a second factor
 * @returns where to go: there, or for somebody with a role to the second step first
 */
export async function startAccountSession(accountId: string, goTo: string, isProved = false): Promise<string> {
  const session = await findSession(await start({ accountId, isProved }));
  return session?.isHalf ? paths.secondStep(goTo) : goTo;
}

/** Lets the browser in as one participant, who came with a receipt; the session that it had before ends. */
export const startReceiptSession = (participantId: string, jar?: Jar) => start({ participantId }, jar);

/** A new session's token, with the one that it ends, for a command that begins it with its own rows. */
export const newTokens = async (jar?: Jar) => ({ token: randomSecret(), before: await read("session", jar) });

/** Lets the browser in as one of the cast, who have no second factor. @throws when this is not the demonstration */
export async function startCastSession(accountId: string): Promise<void> {
  if (env().DEMO !== "1") throw new Error("Only the demonstration lets people in without proof.");
  await start({ accountId, isProved: true });
}

/** The session goes on under this token, after the second step. */
export async function keepSessionToken(token: string, jar?: Jar): Promise<void> {
  (jar ?? (await cookies())).set(nameOf("session"), token, look());
}

/** Where this person is signed in. */
export async function getSessions(): Promise<SessionView[]> {
  return listSessions(await getPerson(), (await read("session")) ?? "");
}

/** Signs the browser out, at once. */
export async function endSession(): Promise<void> {
  const token = await read("session");
  if (token) await endSessionOf(token);
  (await cookies()).delete({ name: nameOf("session"), ...look() });
}

async function start(of: SessionOf, jar?: Jar): Promise<string> {
  const token = await startSession(of, await read("session", jar));
  await keepSessionToken(token, jar); // until the browser closes, and never longer than the session
  (jar ?? (await cookies())).delete({ name: nameOf("sign-in"), ...look() });
  return token;
}

/** The secret that binds a sign-in link or code to this browser; null when it has asked for none lately. */
export const getBrowserToken = () => read("sign-in");

/** The same, made if there is none, and kept for as long as what is asked for now. */
export async function keepBrowserToken(): Promise<string> {
  const token = (await getBrowserToken()) ?? randomSecret();
  (await cookies()).set(nameOf("sign-in"), token, { ...look(), maxAge: signInLasts / 1000 });
  return token;
}

const awayLasts = 10 * 60;

/** Keeps, sealed and for ten minutes, what brings somebody back from another body's sign-in to this browser. */
export async function keepAway(kept: Kept): Promise<void> {
  const sealed = Buffer.from(seal("away", JSON.stringify(kept))).toString("base64url");
  (await cookies()).set(nameOf("away"), sealed, { ...look(), maxAge: awayLasts });
}

/** Gives that back, once; null when there is none, or it is not ours. */
export async function takeAway(): Promise<Kept | null> {
  const sealed = await read("away");
  if (!sealed) return null;
  (await cookies()).delete({ name: nameOf("away"), ...look() });
  try {
    return JSON.parse(unseal("away", Buffer.from(sealed, "base64url"))) as Kept;
  } catch {
    return null;
  }
}

const sentLasts = 10 * 60;

/** Keeps for ten minutes which form was sent last, so that the page after it can show its receipt. */
export async function keepSentForm(formId: string, jar?: Jar): Promise<void> {
  (jar ?? (await cookies())).set(nameOf("sent"), formId, { ...look(), maxAge: sentLasts });
}

/** The form that this browser sent last; null when that was long ago. */
export const getSentForm = () => read("sent");

/** What stands for a request's network today. */
export const clientOf = ({ headers }: { headers: Pick<Headers, "get"> }) => headers.get(clientHeader) ?? "unknown";

/** What stands for the asker's network today, as the front says. See clientKey. */
export async function getClient(): Promise<string> {
  return clientOf({ headers: await headers() });
}

async function read(name: CookieName, jar?: Jar): Promise<string | null> {
  return (jar ?? (await cookies())).get(nameOf(name))?.value || null;
}
