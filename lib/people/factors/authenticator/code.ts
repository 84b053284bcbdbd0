import { Secret, TOTP } from "otpauth";

const period = 30;
const bare = (secret: Uint8Array<ArrayBuffer>, label = "") =>
  new TOTP({ issuer: "At the Table", label, secret: new Secret({ buffer: secret.buffer }), digits: 6, period });

/** The address by which an authenticator app takes the secret, and the secret as it is typed. */
export function forApp(secret: Uint8Array<ArrayBuffer>, label: string): { uri: string; typed: string } {
  const totp = bare(secret, label);
  return { uri: totp.toString(), typed: totp.secret.base32 };
}

/**
 * Of which 30-second step this is the code; null when it is of none that counts now: this one, the one before and the
 * one after, for clocks differ.
 */
export function stepOf(secret: Uint8Array<ArrayBuffer>, code: string, now: Date): number | null {
  const delta = bare(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}
