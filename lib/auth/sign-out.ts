import { setTimeout as sleep } from "node:timers/promises";
import { clearBrowser } from "@/lib/auth/current-session";
import { discardAllInterruptedForms } from "@/lib/forms/current-interrupted-forms";

const maxWait = 1_000; // milliseconds

/**
 * Removes what this browser has of a person: its cookies, its session, and forms that could not be sent. Leaving must
 * always work: while the database is unreachable the cookies are deleted anyway, and the session ends at its time
 * limit.
 */
export async function signOut(): Promise<void> {
  await Promise.race([Promise.allSettled([discardAllInterruptedForms(), clearBrowser()]), sleep(maxWait)]);
}
