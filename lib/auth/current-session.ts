import { headers } from "next/headers";
import { cache } from "react";
import { type CookieJar, deleteAllCookies, deleteCookie, readCookie, setCookie } from "@/lib/auth/cookies";
import { readSession, type SignedIn } from "@/lib/auth/next-auth";
import type { StaffSession } from "@/lib/auth/second-factors/second-factor.rules";
import { endSession as endStoredSession, startSession } from "@/lib/auth/session.commands";
import { findSession, listSessions, type SessionView, type StoredSession } from "@/lib/auth/session.queries";
import { automaticHeader, leastLimits, timeLeftAfterUse } from "@/lib/auth/session.rules";
import type { SessionOwner, SessionTokens } from "@/lib/auth/session.writes";
import { env } from "@/lib/env";
import { isSignedIn, isStaff, type Person, rolesOf, visitor } from "@/lib/people/person.policy";
import { signInLifetime } from "@/lib/people/privacy/retention.rules";
import { paths } from "@/lib/routes";
import { randomSecret } from "@/lib/security/encryption";
import type { Role } from "@/prisma/generated/enums";

// The session of the current request. Routes get the person here and pass it to commands and queries.

/** The person, with their roles of this moment. A visitor when no session is live, or its second step is pending. */
export const getPerson = async (jar?: CookieJar): Promise<Person> =>
  (await (jar ? resumeCompleted(jar) : getCachedSession()))?.person ?? visitor;

/** A page and its forms ask for the same person: one query for each page that is rendered, and a new one in actions. */
const getCachedSession = cache(async () =>
  (await headers()).get(automaticHeader) === null ? resumeCompleted() : findCompleted(),
);

async function resumeCompleted(jar?: CookieJar): Promise<StoredSession | null> {
  const token = await readCookie("session", jar);
  return completed(token ? await readSession(token) : null);
}

/** The same where the page has sent the request by itself: that is no use of the session, which ends as if unused. */
async function findCompleted(): Promise<StoredSession | null> {
  const token = await readCookie("session");
  const session = completed(token ? await findSession(token) : null);
  return session && new Date() < session.endsAt ? session : null;
}

const completed = (session: StoredSession | null) => (session?.isStepUpPending ? null : session);

/**
 * The limits of the current session, and for how many milliseconds it lasts at least if nothing comes after this page;
 * null for a visitor, and when it cannot be found out: the page must come all the same.
 */
export async function getSessionLimits(): Promise<{ idle: number; absolute: number; left: number } | null> {
  const session = await getCachedSession().catch(() => null);
  if (!session) return null;
  const hasRole = isStaff(session.person);
  return { ...leastLimits(hasRole), left: timeLeftAfterUse(session.latestEnd, hasRole, new Date()) };
}

/** The session of a member of staff, before or after the second step; null for everybody else. */
export async function getStaffSession(): Promise<StaffSession | null> {
  const token = await readCookie("session");
  const session = token ? await readSession(token) : null;
  if (!session?.person.accountId || !isStaff(session.person)) return null;
  const { id, person, isStepUpPending, isProofFresh } = session;
  return {
    sessionId: id,
    accountId: session.person.accountId,
    label: person.label ?? "Staff",
    grants: person.grants,
    isStepUpPending,
    isProofFresh,
  };
}

/** Who a page is made for: somebody with these roles, none for a participant; somebody half-way in; or everybody. */
export type HeaderPerson = { roles: Role[] } | "half-way" | "everybody";

/**
 * What the header shows of a person: nothing of a visitor, or when the session cannot be read, since the page must
 * still come.
 */
export async function getHeaderPerson(): Promise<HeaderPerson> {
  const person = await getPerson().catch(() => visitor);
  if (isSignedIn(person)) return { roles: rolesOf(person) };
  return (await getSessionToken()) ? "half-way" : "everybody";
}

/**
 * For how many milliseconds this browser stays signed in if nobody uses it from now on; 0 when it is not.
 * @param isUse whether somebody is there, such as by typing: the session then lasts longer
 */
export async function sessionTimeLeft(isUse: boolean): Promise<number> {
  const token = await readCookie("session");
  if (token && isUse) await readSession(token);
  const session = token ? await findSession(token) : null;
  return session ? Math.max(0, session.endsAt.getTime() - Date.now()) : 0;
}

/** The token of this browser's session, for a sign-in that ends it; null when it has none. */
export const getSessionToken = () => readCookie("session");

/** Gives the browser the session of a sign-in. @returns the path to go on to: for staff the second step comes first */
export async function acceptSignIn({ token, goTo, isStepUpPending }: SignedIn): Promise<string> {
  await acceptSession(token);
  return isStepUpPending ? paths.secondStep(goTo) : goTo;
}

/** Gives the browser a session that was started for it, and takes away what it no longer needs. */
export async function acceptSession(token: string, jar?: CookieJar): Promise<void> {
  await setSessionCookie(token, jar);
  await deleteCookie("sign-in", jar);
}

/** Signs the browser in as the participant of a receipt, and ends the session that it had before. @returns the token */
export const startReceiptSession = (participantId: string, jar?: CookieJar) =>
  startBrowserSession({ participantId }, jar);

/** The token of a new session and of the one that it ends, for a command that starts it in its own statement. */
export const createSessionTokens = async (jar?: CookieJar): Promise<SessionTokens> => ({
  token: randomSecret(),
  previousToken: await readCookie("session", jar),
});

/** Signs the browser in as one of the cast, without a second factor. @throws outside the demonstration */
export async function startDemoSession(accountId: string): Promise<void> {
  if (env().DEMO !== "1") throw new Error("Only the demonstration lets people in without proof.");
  await startBrowserSession({ accountId, isSecondFactorVerified: true });
}

/** Until the browser closes; the session itself may end before that. */
export async function setSessionCookie(token: string, jar?: CookieJar): Promise<void> {
  await setCookie("session", token, undefined, jar);
  await setCookie("header", randomSecret(), undefined, jar); // a new one for each session: see public/browser/header.js
}

/** Where this person is signed in. */
export async function listOwnSessions(): Promise<SessionView[]> {
  return listSessions(await getPerson(), (await readCookie("session")) ?? "");
}

/**
 * Ends the session of somebody who continues here as another person. Its cookies go first, even if it cannot be
 * ended.
 */
export async function endSession(): Promise<void> {
  const token = await readCookie("session");
  for (const name of ["session", "header", "sent"] as const) await deleteCookie(name);
  if (token) await endStoredSession(token);
}

/**
 * Signs the browser out and deletes all our cookies, even if the session cannot be ended; our server also lets it
 * clear its storage.
 */
export async function clearBrowser(): Promise<void> {
  const token = await readCookie("session");
  await deleteAllCookies();
  if (token) await endStoredSession(token);
}

async function startBrowserSession(owner: SessionOwner, jar?: CookieJar): Promise<string> {
  const token = await startSession(owner, await readCookie("session", jar));
  await acceptSession(token, jar);
  return token;
}

/** The secret that binds a sign-in link and code to this browser; null when it has requested none lately. */
export const getBrowserToken = () => readCookie("sign-in");

/** The same, created if there is none, and renewed for as long as a link and a code last. */
export async function ensureBrowserToken(): Promise<string> {
  const token = (await getBrowserToken()) ?? randomSecret();
  await setCookie("sign-in", token, signInLifetime / 1000);
  return token;
}
