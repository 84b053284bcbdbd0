import { createHash, randomBytes } from "node:crypto";
import type { AuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import * as nextAuthNext from "next-auth/next";
import type { Provider } from "next-auth/providers/index";
import { type SessionUser, type SignIn, sessionAdapter, signInAdapter } from "@/lib/auth/adapter";
import type { StoredSession } from "@/lib/auth/session.queries";
import { shouldUpdateSeenAt, storedTimes } from "@/lib/auth/session.rules";
import { markSessionSeen } from "@/lib/auth/session.writes";
import { homePathFor } from "@/lib/auth/sign-in.rules";
import { db } from "@/lib/database/client";
import { publicOrigin } from "@/lib/env";
import { isStaff } from "@/lib/people/person.policy";
import { sessionLimits, signInLifetime } from "@/lib/people/privacy/retention.rules";
import { keyedHash, randomSecret } from "@/lib/security/encryption";

// next-auth, called in this process: see docs/decisions/0110. Only GET /api/auth/callback/:provider reaches it from
// outside, and its cookies have other names there (lib/auth/providers/provider-cookies.ts).

type Handler = (request: object, response: object, options: AuthOptions) => Promise<unknown>;

// it is CommonJS: Node gives all its exports as the default one, a bundler the one that is named so
const exported = nextAuthNext.default as Handler | { default: Handler };
const handler = "default" in exported ? exported.default : exported;

const cookie = (name: string) => ({ name, options: { httpOnly: true, path: "/", maxAge: signInLifetime / 1000 } });
const silent = () => {}; // what it would log holds addresses, tokens and claims
const secondsPerDay = sessionLimits.participant.absolute / 1000;

let fixed: AuthOptions | undefined;

/** What is the same in every call. */
function fixedOptions(): AuthOptions {
  if (fixed) return fixed;
  process.env.NEXTAUTH_URL = publicOrigin(); // it takes its own address from nowhere else
  fixed = {
    secret: Buffer.from(keyedHash("next-auth", "secret")).toString("hex"),
    providers: [],
    logger: { error: silent, warn: silent, debug: silent },
    useSecureCookies: false,
    cookies: {
      sessionToken: cookie("session"),
      callbackUrl: cookie("callback"),
      csrfToken: cookie("csrf"),
      state: cookie("state"),
      pkceCodeVerifier: cookie("pkce"),
      nonce: cookie("nonce"),
    },
    session: { strategy: "database", maxAge: secondsPerDay, generateSessionToken: randomSecret },
  };
  return fixed;
}

/** Our own guard has refused requests from other sites: next-auth's is satisfied with a pair made here. */
const csrfToken = randomBytes(32).toString("hex");
let csrfCookie = "";
function csrfPair(): { csrfToken: string; csrfCookie: string } {
  csrfCookie ||= `${csrfToken}|${createHash("sha256").update(`${csrfToken}${fixedOptions().secret}`).digest("hex")}`;
  return { csrfToken, csrfCookie };
}

let reading: AuthOptions | undefined;

/** The options for reading a session, which every signed-in request does: no more than that needs. */
function readingOptions(): AuthOptions {
  if (reading) return reading;
  const { cookies, session, ...options } = fixedOptions();
  reading = {
    ...options,
    adapter: sessionAdapter,
    cookies: Object.fromEntries(Object.entries(cookies ?? {}).map(([key, { name }]) => [key, { name, options: {} }])),
    session: { ...session, updateAge: 2 * secondsPerDay }, // readSession notes the use itself
    callbacks: { session: ({ user }) => user as never },
  };
  return reading;
}

/** next-auth would renew its cookie: ours lasts until the browser is closed. */
const noResponse = { getHeader: silent, setHeader: silent };

/** The live session of a token, of which the time of last use is updated; null when there is none, or it has expired. */
export async function readSession(token: string): Promise<StoredSession | null> {
  const request = { headers: {}, cookies: { session: token, csrf: csrfPair().csrfCookie } };
  const read = nextAuthNext.getServerSession(request as never, noResponse as never, readingOptions());
  const user = (await read) as SessionUser | null;
  if (!user) return null;
  if ("failure" in user) throw user.failure;
  const { session } = user;
  const now = new Date();
  const hasRole = isStaff(session.person);
  if (!session.isStepUpPending && shouldUpdateSeenAt(session.seenAt, hasRole, now))
    await markSessionSeen(db(), session, storedTimes(hasRole, now).seenAt);
  return session;
}

type Call = {
  action: "signin" | "callback" | "signout";
  provider?: Provider;
  query?: Record<string, string>;
  /** Makes it a POST. */
  body?: Record<string, string>;
  cookies?: Record<string, string>;
};

/** Where next-auth redirects, and the cookies that it sets, under the names of `fixedOptions`. */
type Result = { location: string; cookies: Record<string, string> };

/**
 * Calls next-auth in this process.
 * @throws what the adapter or a provider's `authorize` threw, which next-auth swallows; and when it refuses its options
 */
export async function callNextAuth(call: Call, adapter: Adapter, options: Partial<AuthOptions> = {}): Promise<Result> {
  const failures: unknown[] = [];
  const { action, provider, query = {}, body, cookies = {} } = call;
  const { csrfToken, csrfCookie } = csrfPair();
  const request = {
    method: body ? "POST" : "GET",
    headers: {},
    query: { ...query, nextauth: provider ? [action, provider.id] : [action] },
    cookies: { ...cookies, csrf: csrfCookie },
    body: body && { ...body, csrfToken },
  };
  const { response, result } = captureResponse();
  await handler(request, response, {
    ...fixedOptions(),
    ...options,
    callbacks: { ...fixedOptions().callbacks, ...options.callbacks },
    providers: provider ? [recordAuthorizeFailures(provider, failures)] : [],
    adapter: recordFailures(adapter, failures),
  });
  if (failures.length) throw failures[0];
  if (!result().location) throw new Error("next-auth refused its options.");
  return result();
}

/** A session that a browser has just been given, and the path to go on to. */
export type SignedIn = { token: string; goTo: string; isStepUpPending: boolean };

/**
 * Signs in by next-auth's callback of a provider, in one transaction. It gets no session: it would link the provider's
 * identity to whoever is signed in.
 * @returns null when the proof was refused
 */
export async function completeSignInBy(
  provider: Provider,
  call: Pick<Call, "query" | "cookies">,
  signIn: SignIn,
  callbacks?: AuthOptions["callbacks"],
): Promise<SignedIn | null> {
  const { transaction } = signIn;
  try {
    const adapter = signInAdapter(signIn);
    const { location, cookies } = await callNextAuth({ action: "callback", provider, ...call }, adapter, { callbacks });
    const token = cookies.session;
    await transaction.end(Boolean(token));
    if (!token) return null;
    const { roles = [], returnTo, isSecondFactorVerified } = signIn;
    const goTo = returnTo ?? (location.slice(publicOrigin().length) || homePathFor(roles));
    return { token, goTo, isStepUpPending: roles.length > 0 && !isSecondFactorVerified };
  } catch (error) {
    await transaction.end(false);
    throw error;
  }
}

const recordAuthorizeFailures = (provider: Provider, failures: unknown[]): Provider =>
  "authorize" in provider ? { ...provider, ...recordFailures({ authorize: provider.authorize }, failures) } : provider;

/** The same functions, which also add what they throw to `failures`. */
function recordFailures<Functions extends object>(functions: Functions, failures: unknown[]): Functions {
  const record =
    (run: (...args: unknown[]) => unknown) =>
    async (...args: unknown[]) => {
      try {
        return await run(...args);
      } catch (error) {
        failures.push(error);
        throw error;
      }
    };
  return Object.fromEntries(Object.entries(functions).map(([name, run]) => [name, record(run)])) as Functions;
}

/** What next-auth needs of a response. */
function captureResponse() {
  const headers = new Map<string, string | string[]>();
  const response = {
    getHeader: (name: string) => headers.get(name),
    setHeader(name: string, value: string | string[]) {
      headers.set(name, value);
      return response;
    },
    status: () => response,
    end: silent,
    send: silent,
    json: silent,
  };
  const result = (): Result => {
    const cookies = [headers.get("Set-Cookie") ?? []].flat().map((text) => /^([^=]+)=([^;]*)/.exec(text) ?? []);
    return {
      location: String(headers.get("Location") ?? ""),
      cookies: Object.fromEntries(cookies.map(([, name = "", value = ""]) => [name, decodeURIComponent(value)])),
    };
  };
  return { response, result };
}
