import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { headLine } from "@/lib/audit/head.rules";
import { listHeadsOfDay } from "@/lib/audit/record.queries";
import { verifyTimestamp } from "@/lib/audit/timestamp-token";
import { db, type Tx } from "@/lib/database/client";
import { isoDay } from "@/lib/dates";
import { env } from "@/lib/env";

/** `at`: when the provider saw the heads of the day; null where it is not right, or cannot be checked. */
export type TimestampResult = { day: string; at: string | null; message: string | null };

/** The text that is timestamped for a day: its heads, a line each, in the order of records and lengths. */
export const headsTextOf = async (day: string, tx: Tx = db()): Promise<string> =>
  (await listHeadsOfDay(day, tx)).map((head) => `${headLine(head)}\n`).join("");

/** The certificates that the operator trusts to timestamp; none where there is no provider. */
export function trustedCertificates(): X509Certificate[] {
  const { TIMESTAMP_CERTIFICATES: file } = env();
  if (!file) return [];
  const found = readFileSync(file, "utf8").match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0) throw new Error("TIMESTAMP_CERTIFICATES: the file holds no certificate.");
  return found.map((pem) => new X509Certificate(pem));
}

/** The days before this one, of the last month, whose heads have no timestamp; oldest first. */
export async function listDaysToTimestamp(now: Date): Promise<string[]> {
  const rows = await db().$queryRaw<{ day: Date }[]>`
    SELECT DISTINCT day FROM chain_heads
    WHERE day < ${isoDay(now)}::date AND day > ${isoDay(now)}::date - 30
      AND NOT EXISTS (SELECT FROM head_timestamps t WHERE t.day = chain_heads.day) ORDER BY day`;
  return rows.map(({ day }) => isoDay(day));
}

/** The newest 31 days with a timestamp: the text, and its token in base64. */
export async function listTimestamps(): Promise<{ day: string; text: string; token: string }[]> {
  const rows = await db().headTimestamp.findMany({ orderBy: { day: "desc" }, take: 31 });
  const timestamps = [];
  for (const { day, token } of rows) {
    const text = await headsTextOf(isoDay(day));
    timestamps.push({ day: isoDay(day), text, token: Buffer.from(token).toString("base64") });
  }
  return timestamps;
}

/** Checks every timestamp against the heads as they are now. */
export async function verifyTimestamps(tx: Tx = db()): Promise<TimestampResult[]> {
  const trusted = trustedCertificates();
  const rows = await tx.headTimestamp.findMany({ orderBy: { day: "asc" } });
  const results: TimestampResult[] = [];
  for (const { day: date, token } of rows) {
    const day = isoDay(date);
    try {
      const at = verifyTimestamp(token, await headsTextOf(day, tx), trusted).toISOString();
      results.push({ day, at, message: null });
    } catch (error) {
      results.push({ day, at: null, message: (error as Error).message });
    }
  }
  return results;
}
