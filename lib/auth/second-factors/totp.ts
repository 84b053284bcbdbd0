import { Secret, TOTP } from "otpauth";
import { maxClockSkew } from "@/lib/dates";

const period = 30;
const createTotp = (secret: Uint8Array<ArrayBuffer>, label = "") =>
  new TOTP({ issuer: "At the Table", label, secret: new Secret({ buffer: secret.buffer }), digits: 6, period });

/** The address by which an authenticator app takes the secret, and the secret as it is typed. */
export function totpSetup(secret: Uint8Array<ArrayBuffer>, label: string): { uri: string; manualKey: string } {
  const totp = createTotp(secret, label);
  return { uri: totp.toString(), manualKey: totp.secret.base32 };
}

/** Whether a code of this step was used already, or of a later one. One far ahead was used while a clock was wrong. */
export const isStepUsed = (step: number, lastStep: number): boolean =>
  step <= lastStep && lastStep <= step + maxClockSkew / 1000 / period;

/**
 * Of which 30-second step this is the code; null when it is of none that counts now: this one, the one before and the
 * one after, for clocks differ.
 */
export function totpStep(secret: Uint8Array<ArrayBuffer>, code: string, now: Date): number | null {
  const delta = createTotp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}
