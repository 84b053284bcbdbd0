/** Why the database does not do what it is asked: it is not reached, or its disk is full. */
export type Outage = "gone" | "full";

const codes: [Outage, RegExp][] = [
  ["full", /^(53100|ENOSPC)$/],
  // not reached, cut off, shutting down, starting up, no connection free; as Node, PostgreSQL and Prisma name it
  [
    "gone",
    /^(ECONN\w+|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|57P0[1-5]|08...|53300|P1001|P1002|P1008|P1017|P2024|P2037)$/,
  ],
];
const lasts = 5_000;

/** What an error says of the database, however deep it says so; null when it is about something else. */
export function outageOf(error: unknown, depth = 0): Outage | null {
  if (typeof error !== "object" || error === null || depth > 6) return null;
  for (const [key, value] of Object.entries({ ...error, cause: (error as Error).cause })) {
    if (/^(code|originalCode|errno)$/.test(key) && typeof value === "string") {
      const known = codes.find(([, pattern]) => pattern.test(value));
      if (known) return known[0];
    }
    const deeper = /^(cause|meta|driverAdapterError|error)$/.test(key) ? outageOf(value, depth + 1) : null;
    if (deeper) return deeper;
  }
  return null;
}

/** Remembers for five seconds what the last failure said of the database. */
export function watchOutage(now: () => number = Date.now): {
  note: (error: unknown) => void;
  last: () => Outage | null;
} {
  let noted: { outage: Outage; until: number } | undefined;
  return {
    note: (error) => {
      const outage = outageOf(error);
      if (outage) noted = { outage, until: now() + lasts };
    },
    last: () => (noted && noted.until > now() ? noted.outage : null),
  };
}
