import { readLink } from "@/lib/audit/chain.queries";
import type { SignedHead } from "@/lib/audit/head.rules";
import type { RecordEntry } from "@/lib/audit/record.rules";
import { db, type Tx } from "@/lib/database/client";
import { dateOfDay } from "@/lib/dates";
import type { ChainHead, Decision } from "@/prisma/generated/client";

/** The lines of a public record after a number, in order. */
export async function listRecordEntries(
  chainId: string,
  after: number,
  take: number,
  tx: Tx = db(),
): Promise<RecordEntry[]> {
  const where = { chainId, number: { gt: after } };
  const rows = await tx.recordEntry.findMany({ where, orderBy: { number: "asc" }, take, include: { decision: true } });
  return rows.map(({ decision, number, day, previousHash, hash }) => ({
    chain: chainId,
    link: (decision as Decision | null) && readLink(decision),
    number,
    day: day?.toISOString().slice(0, 10) ?? null,
    previousHash: hex(previousHash),
    hash: hex(hash),
  }));
}

/** The published heads of a record, newest first. @param take all when left out */
export async function listHeads(chainId: string, take?: number, tx: Tx = db()): Promise<SignedHead[]> {
  const orderBy = [{ day: "desc" }, { length: "desc" }] as const;
  const rows = await tx.chainHead.findMany({ where: { chainId }, orderBy: [...orderBy], take });
  return rows.map(toSignedHead);
}

/** The heads of all records of a day (YYYY-MM-DD), by record and length. */
export async function listHeadsOfDay(day: string, tx: Tx = db()): Promise<SignedHead[]> {
  const rows = await tx.chainHead.findMany({ where: { day: dateOfDay(day) } });
  const byRecord = (a: ChainHead, b: ChainHead) =>
    a.chainId === b.chainId ? a.length - b.length : a.chainId < b.chainId ? -1 : 1;
  return rows.sort(byRecord).map(toSignedHead);
}

const toSignedHead = ({ chainId, day, length, hash, publicKey, signature }: ChainHead): SignedHead => ({
  ...{ chain: chainId, day: day.toISOString().slice(0, 10), length, hash: hex(hash), publicKey },
  signature: signature && Buffer.from(signature).toString("base64url"),
});

/** The newest published head of each record. */
export async function listNewestHeads(tx: Tx = db()): Promise<SignedHead[]> {
  const chains = await tx.chainHead.groupBy({ by: ["chainId"], orderBy: { chainId: "asc" } });
  const heads: SignedHead[] = [];
  for (const { chainId } of chains) heads.push(...(await listHeads(chainId, 1, tx)));
  return heads;
}

export type LastEntry = { chainId: string; length: number; hash: Uint8Array<ArrayBuffer> };

/** The last line of each record. @param chainId only of this one */
export async function listLastEntries(tx: Tx = db(), chainId: string | null = null): Promise<LastEntry[]> {
  return tx.$queryRaw<LastEntry[]>`
    SELECT b.id AS "chainId", r.number AS length, r.hash FROM bodies b
    CROSS JOIN LATERAL (
      SELECT number, hash FROM record_entries WHERE "chainId" = b.id ORDER BY number DESC LIMIT 1
    ) r WHERE ${chainId}::text IS NULL OR b.id = ${chainId}`;
}

const hex = (value: Uint8Array) => Buffer.from(value).toString("hex");
