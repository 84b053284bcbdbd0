import type { IncomingMessage } from "node:http";
import type { StoredSession } from "@/lib/auth/session.queries";
import { type Person, rolesOf } from "@/lib/people/person.policy";
import type { Exchange } from "@/lib/server/context";
import { requestCookies } from "@/lib/server/next-adapter/request-cookies";
import { isOfGroups } from "@/lib/server/route-access";

/** The largest body in bytes that is taken from somebody who is not signed in: the longest comment is far under it. */
export const strangersBodyLimit = 64 * 1024;

/** Whether a request brings more than a stranger may send, or does not say how much. */
export const isLarge = ({ headers }: Pick<IncomingMessage, "headers">): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > strangersBodyLimit;

/** Whether a live session came with a request, of somebody who may use its address. */
export async function maySendLarge({ req, match, server }: Exchange): Promise<boolean> {
  // what Next sets up is there by now: these are loaded late
  const { readCookie } = await import("@/lib/auth/cookies");
  const token = await readCookie("session", await requestCookies(req.headers.cookie));
  if (!token) return false;
  const { findSession } = await import("@/lib/auth/session.queries");
  try {
    const session = await findSession(token);
    return (
      session !== null && isLive(session) && isOfGroups(visitorOf(session.person), match?.route.access ?? "public")
    );
  } catch (error) {
    server.log.failure(error, "session of a large body");
    return true; // the page about an outage shows what was sent
  }
}

const isLive = ({ endsAt, isStepUpPending }: StoredSession) => new Date() < endsAt && !isStepUpPending;

const visitorOf = (person: Person) => ({ roles: rolesOf(person), hasAccount: person.accountId !== null });
