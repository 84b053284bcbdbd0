import { sessionTimeLeft } from "@/lib/auth/current-session";

// For browser/session-warning.ts: how long somebody stays signed in, in milliseconds.

/** Requested by the page itself, which is no use of the session. */
export const GET = () => respond(false);

/** Somebody types, or pressed "Stay signed in". */
export const POST = () => respond(true);

const respond = async (isUse: boolean): Promise<Response> => Response.json({ left: await sessionTimeLeft(isUse) });
