import { cookies, headers } from "next/headers";
import { env } from "@/lib/env";
import { type Person, visitor } from "@/lib/people/policy";
import {
  endSession as endSessionOf,
  resumeSession,
  type SessionOf,
  startSession,
} from "@/lib/people/sessions/commands";
import { signInLasts } from "@/lib/people/sign-in/rules";
import { clientHeader } from "@/lib/rate-limit";
import { randomSecret } from "@/lib/secrets";

// The only place that knows of cookies. Routes ask for the person; commands get the person.

const isSecure = () => env().ORIGIN?.startsWith("https:") ?? false;
/** Under https the browser itself sees to it that no other site, and no page under another name, sets it. */
const nameOf = (name: string) => (isSecure() ? `__Host-${name}` : name);
const look = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;

/** Who asks: a visitor when there is no session, or it is over. Roles are those of this moment. */
export async function getPerson(): Promise<Person> {
  const token = await read("session");
  return (token && (await resumeSession(token))) || visitor;
}

/** Signs the browser in by account; the session that it had before ends. */
export const startAccountSession = (accountId: string) => start({ accountId });

/** Lets the browser in as one participant, who came with a receipt; the session that it had before ends. */
export const startReceiptSession = (participantId: string) => start({ participantId });

/** Signs the browser out, at once. */
export async function endSession(): Promise<void> {
  const token = await read("session");
  if (token) await endSessionOf(token);
  (await cookies()).delete({ name: nameOf("session"), ...look() });
}

async function start(of: SessionOf): Promise<void> {
  const token = await startSession(of, await read("session"));
  const jar = await cookies();
  jar.set(nameOf("session"), token, look()); // until the browser closes, and never longer than the session
  jar.delete({ name: nameOf("sign-in"), ...look() });
}

/** The secret that binds a sign-in link or code to this browser; null when it has asked for none lately. */
export const getBrowserToken = () => read("sign-in");

/** The same, made if there is none, and kept for as long as what is asked for now. */
export async function keepBrowserToken(): Promise<string> {
  const token = (await getBrowserToken()) ?? randomSecret();
  (await cookies()).set(nameOf("sign-in"), token, { ...look(), maxAge: signInLasts / 1000 });
  return token;
}

const sentLasts = 10 * 60;

/** Keeps for ten minutes which form was sent last, so that the page after it can show its receipt. */
export async function keepSentForm(formId: string): Promise<void> {
  (await cookies()).set(nameOf("sent"), formId, { ...look(), maxAge: sentLasts });
}

/** The form that this browser sent last; null when that was long ago. */
export const getSentForm = () => read("sent");

/** What stands for the asker's network today, as the front says. See clientKey. */
export async function getClient(): Promise<string> {
  return (await headers()).get(clientHeader) ?? "unknown";
}

async function read(name: string): Promise<string | null> {
  return (await cookies()).get(nameOf(name))?.value || null;
}
