/** How many recovery codes are made at a time. */
export const codeCount = 10;

/** A request to set up a second step anew stands for a day, in milliseconds. */
export const resetLasts = 24 * 60 * 60_000;

/** A secret of base 32 in groups, as people read it. */
export const inGroups = (text: string, size = 4) => text.match(new RegExp(`.{1,${size}}`, "g"))?.join(" ") ?? "";
