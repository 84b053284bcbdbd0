import { randomBytes } from "node:crypto";
import { headsTextOf, listDaysToTimestamp, trustedCertificates } from "@/lib/audit/timestamp.queries";
import { readTimestampResponse, timestampRequest, verifyTimestamp } from "@/lib/audit/timestamp-token";
import { db } from "@/lib/database/client";
import { dateOfDay } from "@/lib/dates";
import { env } from "@/lib/env";

const timeout = 30_000; // milliseconds
const maxResponse = 64 * 1024;

/**
 * Has the heads of each day before this one timestamped by the operator's provider, if there is one. Only a hash leaves
 * the service. A job; what fails is tried again the next day, for a month.
 * @returns how many days
 * @throws when the provider does not answer, or with a token that is not right
 */
export async function timestampHeads(now: Date): Promise<number> {
  const { TIMESTAMP_URL: url } = env();
  if (!url) return 0;
  const trusted = trustedCertificates();
  const days = await listDaysToTimestamp(now);
  for (const day of days) {
    const text = await headsTextOf(day);
    const nonce = randomBytes(16);
    const token = readTimestampResponse(await request(url, timestampRequest(text, nonce)));
    try {
      verifyTimestamp(token, text, trusted, nonce);
    } catch (error) {
      throw new Error(`The timestamp of ${day} is not right: ${(error as Error).message}.`, { cause: error });
    }
    await db().headTimestamp.createMany({
      data: { day: dateOfDay(day), token: Uint8Array.from(token) },
      skipDuplicates: true,
    });
  }
  return days.length;
}

async function request(url: string, body: Uint8Array): Promise<Uint8Array> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/timestamp-query" },
    body: Uint8Array.from(body),
    redirect: "error",
    signal: AbortSignal.timeout(timeout),
  });
  if (!response.ok) throw new Error(`The provider of timestamps answered with status ${response.status}.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length > maxResponse) throw new Error("The provider of timestamps sent too much.");
  return bytes;
}
