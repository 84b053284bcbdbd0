import { setTimeout as sleep } from "node:timers/promises";

/** Waits until something is so. @throws Error that says what never was, after a minute or so many seconds */
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
