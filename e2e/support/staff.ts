import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { databaseSettings } from "@/e2e/support/database";

/** Gives a role to a new address, by the operator's own command. @returns the address */
export function createStaff(label: string): string {
  const email = `staff-${randomBytes(6).toString("hex")}@example.org`;
  const args = ["grant", email, "rep", "--body", "cornwall-scilly", "--union", "unison", "--label", label];
  execFileSync(process.execPath, ["--import", "tsx", "scripts/ops.ts", ...args], {
    env: { ...process.env, ...databaseSettings },
  });
  return email;
}

/** The authenticator app: takes the secret from the page. @returns what it shows, now or so many steps on */
export async function readAuthenticator(page: Page): Promise<(steps?: number) => string> {
  const typed = ((await page.locator("#secret").textContent()) ?? "").replaceAll(" ", "");
  const app = new TOTP({ secret: Secret.fromBase32(typed) });
  return (steps = 0) => app.generate({ timestamp: Date.now() + steps * 30_000 });
}
