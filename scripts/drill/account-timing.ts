import { randomBytes } from "node:crypto";
import { emailColumns } from "@/lib/people/account.writes";
import { startService } from "@/scripts/bench/servers";
import type { DrillResult } from "@/scripts/drill/drills";
import { requestSignInMail } from "@/scripts/drill/sign-in-mail-request";
import { runSql } from "@/scripts/setup/run-sql";

const sampleSize = 300;

/**
 * Mails requested in turn, for addresses that have an account and addresses that nobody has: the times show nobody
 * which is which. By the test of Mann and Whitney, at one in a thousand.
 */
export async function drillAccountTiming(databaseUrl: string): Promise<DrillResult> {
  const server = await startService(databaseUrl, { TRUST_PROXY: "1" });
  try {
    const known = Array.from({ length: sampleSize }, () => `known-${randomBytes(6).toString("hex")}@drill.example`);
    await runSql(databaseUrl, known.map(accountSql).join(";"));
    const times: [number[], number[]] = [[], []];
    for (const [at, email] of known.entries()) {
      // the first of each pair by turns, so that what slows the machine down slows both
      for (const side of at % 2 ? ([0, 1] as const) : ([1, 0] as const)) {
        const from = `198.51.${side}.${at % 256}`;
        const began = performance.now();
        const response = await requestSignInMail(
          server.port,
          side === 0 ? email : email.replace("known", "knowm"),
          from,
        );
        if (response?.status !== 303) throw new Error(`A mail could not be asked for: ${response?.status}.`);
        if (at >= 20) times[side].push(performance.now() - began); // warm
      }
    }
    const z = mannWhitney(...times);
    const [median, other] = times.map((all) => [...all].sort((a, b) => a - b)[all.length / 2] ?? 0);
    const figures = `${times[0].length} each: with an account ${median?.toFixed(2)} ms, without ${other?.toFixed(2)} ms in the middle; z ${z.toFixed(2)} (3.29 would tell them apart)`;
    return { hasPassed: Math.abs(z) < 3.29, figures };
  } finally {
    await server.stop();
  }
}

const hex = (bytes: Uint8Array) => `'\\x${Buffer.from(bytes).toString("hex")}'`;

function accountSql(email: string): string {
  const { id, emailIndex, emailSealed } = emailColumns(email);
  return `INSERT INTO accounts (id, "emailIndex", "emailSealed") VALUES ('${id}', ${hex(emailIndex)}, ${hex(emailSealed)})`;
}

/** How far two samples are apart, in standard deviations of the rank sum. Times with so many figures are never equal. */
function mannWhitney(one: number[], other: number[]): number {
  const all = [...one.map((time) => ({ time, own: 1 })), ...other.map((time) => ({ time, own: 0 }))];
  all.sort((a, b) => a.time - b.time);
  const ranks = all.reduce((sum, { own }, at) => sum + own * (at + 1), 0);
  const [n, m] = [one.length, other.length];
  const expected = (n * (n + m + 1)) / 2;
  return (ranks - expected) / Math.sqrt((n * m * (n + m + 1)) / 12);
}
