import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export type Mail = { to: string[]; subject: string; text: string; html: string };

export const mailFolder = join(".data", "e2e", "mail");

/** How many sign-in mails somebody has been sent so far. Others come by the hour, and no test waits for those. */
export const countMail = (to: string): number => listMail(to).length;

/**
 * The newest sign-in mail to somebody, once they have more than `before`.
 * @throws Error when none came within ten seconds
 */
export async function waitForMail(to: string, before: number): Promise<Mail> {
  for (let tries = 0; tries < 100; tries++) {
    const mails = listMail(to);
    const newest = mails.at(-1);
    if (newest && mails.length > before) return newest;
    await sleep(100);
  }
  throw new Error(`No mail came to ${to}.`);
}

function listMail(to: string): Mail[] {
  return readdirSync(mailFolder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(mailFolder, name), "utf8")) as Mail)
    .filter(({ to: all, subject }) => all.includes(to.toLowerCase()) && subject === "Your sign-in code");
}
