/** How many recovery codes are made at a time. */
export const recoveryCodeCount = 10;

/** A request to set up a second step anew stands for a day, in milliseconds. */
export const factorResetLifetime = 24 * 60 * 60_000;
