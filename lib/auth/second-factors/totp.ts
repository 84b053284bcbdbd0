import { Secret, TOTP } from "otpauth";
import { maxClockSkew } from "@/lib/dates";

const period = 30;
const createTotp = (secret: Uint8Array<ArrayBuffer>, label = "") =>
  new TOTP({ issuer: "At the Table", label, secret: new Secret({ buffer: secret.buffer }), digits: 6, period });

/** The URI from which an authenticator app reads the secret, and the secret for typing in. */
export function totpSetup(secret: Uint8Array<ArrayBuffer>, label: string): { uri: string; manualKey: string } {
  const totp = createTotp(secret, label);
  return { uri: totp.toString(), manualKey: totp.secret.base32 };
}

/**
 * Whether a code of this step or a later one was used. A step far ahead was used while a clock was wrong: it is
 * ignored.
 */
export const isStepUsed = (step: number, lastStep: number): boolean =>
  step <= lastStep && lastStep <= step + maxClockSkew / 1000 / period;

/**
 * The 30-second step that this code belongs to; null unless it is the current step, the one before or the one after
 * (clocks differ).
 */
export function totpStep(secret: Uint8Array<ArrayBuffer>, code: string, now: Date): number | null {
  const delta = createTotp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}
