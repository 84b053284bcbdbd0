/** How many recovery codes are made at a time. */
export const recoveryCodeCount = 10;

/** A request to set up a second step anew stands for a day, in milliseconds. */
export const factorResetLifetime = 24 * 60 * 60_000;

/** A secret of base 32 in groups, as people read it. */
export const groupCharacters = (text: string, size = 4) => text.match(new RegExp(`.{1,${size}}`, "g"))?.join(" ") ?? "";
