import { setTimeout as sleep } from "node:timers/promises";
import { clearBrowser } from "@/lib/auth/current-session";
import { discardAllInterruptedForms } from "@/lib/forms/current-interrupted-forms";

const maxWait = 1_000; // milliseconds

/**
 * Takes all that is somebody's away from this browser: its cookies, its session, and what could not be sent. Whoever
 * leaves must get away: where the database is, the cookies go all the same, and the session ends when its time is up.
 */
export async function signOut(): Promise<void> {
  await Promise.race([Promise.allSettled([discardAllInterruptedForms(), clearBrowser()]), sleep(maxWait)]);
}
