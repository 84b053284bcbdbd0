import { setTimeout as sleep } from "node:timers/promises";

/** Waits until a condition holds. @throws Error that names it, after a minute or the given seconds */
export async function waitUntil(
  what: string,
  condition: () => boolean | Promise<boolean>,
  seconds = 60,
): Promise<void> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
    if (await condition()) return;
    await sleep(10);
  }
  throw new Error(`It never came to this: ${what}.`);
}
