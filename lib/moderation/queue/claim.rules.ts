/** Milliseconds that a claim lasts. */
export const claimDuration = 10 * 60_000;

/** Milliseconds after which it is renewed while the rep goes on reading. */
export const claimRenewalInterval = 4 * 60_000;
