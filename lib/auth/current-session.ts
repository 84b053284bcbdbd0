import { cookies, headers } from "next/headers";
import type { NextResponse } from "next/server";
import type { CookieName } from "@/lib/auth/cookie.rules";
import type { PendingAuthorization } from "@/lib/auth/providers/openid-connect";
import type { StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import { endSession as endStoredSession, resumeSession, startSession } from "@/lib/auth/session.commands";
import { findSession, listSessions, type SessionView } from "@/lib/auth/session.queries";
import type { SessionOwner } from "@/lib/auth/session.writes";
import { env } from "@/lib/env";
import { isStaff, type Person, visitor } from "@/lib/people/person.policy";
import { signInLifetime } from "@/lib/people/privacy/retention.rules";
import { paths } from "@/lib/routes";
import { randomSecret, seal, unseal } from "@/lib/security/encryption";
import { clientHeader } from "@/lib/security/rate-limit";

// The only place that knows of cookies. Routes ask for the person; commands get the person.

const isSecure = () => env().ORIGIN?.startsWith("https:") ?? false;
/** Under https the browser itself sees to it that no other site, and no page under another name, sets it. */
const cookieName = (name: CookieName) => (isSecure() ? `__Host-${name}` : name);
const cookieAttributes = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;

/** Where cookies are read and put: Next's for this request, or a route's own, which then needs no Next around it. */
export type CookieJar = Pick<Awaited<ReturnType<typeof cookies>>, "get"> &
  Pick<NextResponse["cookies"], "set" | "delete">;

/**
 * Who asks: a visitor when there is no session, it is over, or it waits for the second step that a role asks for.
 * Roles are those of this moment.
 */
export async function getPerson(jar?: CookieJar): Promise<Person> {
  const token = await readCookie("session", jar);
  return (token && (await resumeSession(token))) || visitor;
}

/**
 * Somebody with a role, also before their second step; null for everybody else. Only the pages of the second step
 * ask for this.
 */
export async function getStaffSession(): Promise<StaffSession | null> {
  const token = await readCookie("session");
  const session = token ? await findSession(token) : null;
  if (!session?.person.accountId || !isStaff(session.person)) return null;
  const { id, person, isStepUpPending } = session;
  return {
    sessionId: id,
    accountId: session.person.accountId,
    label: person.label ?? "Staff",
    grants: person.grants,
    isStepUpPending,
  };
}

/**
 * Signs the browser in by account; the session that it had before ends.
 * @param isSecondFactorVerified the account's own sign-in has proved a second factor
 * @returns where to go: there, or for somebody with a role to the second step first
 */
export async function startAccountSession(
  accountId: string,
  goTo: string,
  isSecondFactorVerified = false,
): Promise<string> {
  const session = await findSession(await startBrowserSession({ accountId, isSecondFactorVerified }));
  return session?.isStepUpPending ? paths.secondStep(goTo) : goTo;
}

/** Lets the browser in as one participant, who came with a receipt; the session that it had before ends. */
export const startReceiptSession = (participantId: string, jar?: CookieJar) =>
  startBrowserSession({ participantId }, jar);

/** A new session's token, with the one that it ends, for a command that begins it with its own rows. */
export const createSessionTokens = async (jar?: CookieJar) => ({
  token: randomSecret(),
  previousToken: await readCookie("session", jar),
});

/** Lets the browser in as one of the cast, who have no second factor. @throws when this is not the demonstration */
export async function startDemoSession(accountId: string): Promise<void> {
  if (env().DEMO !== "1") throw new Error("Only the demonstration lets people in without proof.");
  await startBrowserSession({ accountId, isSecondFactorVerified: true });
}

/** The session goes on under this token, after the second step. */
export async function setSessionCookie(token: string, jar?: CookieJar): Promise<void> {
  (jar ?? (await cookies())).set(cookieName("session"), token, cookieAttributes());
}

/** Where this person is signed in. */
export async function listOwnSessions(): Promise<SessionView[]> {
  return listSessions(await getPerson(), (await readCookie("session")) ?? "");
}

/** Signs the browser out, at once. */
export async function endSession(): Promise<void> {
  const token = await readCookie("session");
  if (token) await endStoredSession(token);
  (await cookies()).delete({ name: cookieName("session"), ...cookieAttributes() });
}

async function startBrowserSession(owner: SessionOwner, jar?: CookieJar): Promise<string> {
  const token = await startSession(owner, await readCookie("session", jar));
  await setSessionCookie(token, jar); // until the browser closes, and never longer than the session
  (jar ?? (await cookies())).delete({ name: cookieName("sign-in"), ...cookieAttributes() });
  return token;
}

/** The secret that binds a sign-in link or code to this browser; null when it has asked for none lately. */
export const getBrowserToken = () => readCookie("sign-in");

/** The same, made if there is none, and kept for as long as what is asked for now. */
export async function ensureBrowserToken(): Promise<string> {
  const token = (await getBrowserToken()) ?? randomSecret();
  (await cookies()).set(cookieName("sign-in"), token, { ...cookieAttributes(), maxAge: signInLifetime / 1000 });
  return token;
}

const pendingAuthorizationLifetime = 10 * 60;

/** Keeps, sealed and for ten minutes, what brings somebody back from another body's sign-in to this browser. */
export async function savePendingAuthorization(pending: PendingAuthorization): Promise<void> {
  const sealed = Buffer.from(seal("away", JSON.stringify(pending))).toString("base64url");
  (await cookies()).set(cookieName("away"), sealed, { ...cookieAttributes(), maxAge: pendingAuthorizationLifetime });
}

/** Gives that back, once; null when there is none, or it is not ours. */
export async function takePendingAuthorization(): Promise<PendingAuthorization | null> {
  const sealed = await readCookie("away");
  if (!sealed) return null;
  (await cookies()).delete({ name: cookieName("away"), ...cookieAttributes() });
  try {
    return JSON.parse(unseal("away", Buffer.from(sealed, "base64url"))) as PendingAuthorization;
  } catch {
    return null;
  }
}

const sentFormLifetime = 10 * 60;

/** Keeps for ten minutes which form was sent last, so that the page after it can show its receipt. */
export async function saveSentForm(formId: string, jar?: CookieJar): Promise<void> {
  (jar ?? (await cookies())).set(cookieName("sent"), formId, { ...cookieAttributes(), maxAge: sentFormLifetime });
}

/** The form that this browser sent last; null when that was long ago. */
export const getSentForm = () => readCookie("sent");

/** What stands for a request's network today. */
export const clientKeyOf = ({ headers }: { headers: Pick<Headers, "get"> }) => headers.get(clientHeader) ?? "unknown";

/** What stands for the client's network today, as the server in front says. See clientKey. */
export async function getClientKey(): Promise<string> {
  return clientKeyOf({ headers: await headers() });
}

async function readCookie(name: CookieName, jar?: CookieJar): Promise<string | null> {
  return (jar ?? (await cookies())).get(cookieName(name))?.value || null;
}
