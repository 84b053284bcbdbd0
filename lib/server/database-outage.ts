/** Why the database does not work: it cannot be reached, or its disk is full. */
export type Outage = "unreachable" | "disk-full";

const outageCodes: [Outage, RegExp][] = [
  ["disk-full", /^(53100|ENOSPC)$/],
  // not reached, cut off, shutting down, starting up, no connection free; as Node, PostgreSQL and Prisma name it
  [
    "unreachable",
    /^(ECONN\w+|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|57P0[1-5]|08...|53300|P1001|P1002|P1008|P1017|P2024|P2037)$/,
  ],
];
const memoryMs = 5_000;

/** The outage that an error, or a cause nested in it, is a sign of; null when there is none. */
export function detectOutage(error: unknown, depth = 0): Outage | null {
  if (typeof error !== "object" || error === null || depth > 6) return null;
  for (const [key, value] of Object.entries({ ...error, cause: (error as Error).cause })) {
    if (/^(code|originalCode|errno)$/.test(key) && typeof value === "string") {
      const known = outageCodes.find(([, pattern]) => pattern.test(value));
      if (known) return known[0];
    }
    const deeper = /^(cause|meta|driverAdapterError|error)$/.test(key) ? detectOutage(value, depth + 1) : null;
    if (deeper) return deeper;
  }
  return null;
}

/** Remembers for five seconds the outage that the last failure was a sign of. */
export function trackOutages(now: () => number = Date.now): {
  record: (error: unknown) => void;
  last: () => Outage | null;
} {
  let lastSeen: { outage: Outage; until: number } | undefined;
  return {
    record: (error) => {
      const outage = detectOutage(error);
      if (outage) lastSeen = { outage, until: now() + memoryMs };
    },
    last: () => (lastSeen && lastSeen.until > now() ? lastSeen.outage : null),
  };
}
