import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export type Mail = { to: string[]; subject: string; text: string; html: string };

export const mailFolder = join(".data", "e2e", "mail");

/** How many sign-in mails somebody has been sent so far. Others come by the hour, and no test waits for those. */
export const countMail = (to: string): number => listMail(to, mailFolder).length;

/**
 * The newest sign-in mail to somebody, once they have more than `before`.
 * @throws Error when none came within ten seconds
 */
export async function waitForMail(to: string, before: number, folder = mailFolder): Promise<Mail> {
  for (let tries = 0; tries < 100; tries++) {
    const mails = listMail(to, folder);
    const newest = mails.at(-1);
    if (newest && mails.length > before) return newest;
    await sleep(100);
  }
  throw new Error(`No mail came to ${to}.`);
}

function listMail(to: string, folder: string): Mail[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Mail)
    .filter(({ to: all, subject }) => all.includes(to.toLowerCase()) && subject === "Your sign-in code");
}
