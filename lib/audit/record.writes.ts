import { headText } from "@/lib/audit/head.rules";
import { type LastEntry, listLastEntries } from "@/lib/audit/record.queries";
import { chainDecisions } from "@/lib/audit/record.rules";
import type { Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { dateOf, isoDay } from "@/lib/dates";
import { signForRecord } from "@/lib/security/record-key";

// A trigger refuses changes of the record: prisma/migrations/20261130180100_public_record.

type NewDecision = { id: string; action: string; from: string; to: string; seal: string };

/**
 * Appends to the public record of a lead body the decisions on a strategy that it does not have yet, in random order and
 * with the day of `now`, so that neither order nor date shows when a rep decided. A step of an edition.
 */
export async function appendToRecord(tx: Tx, strategyId: string, chainId: string, now: Date): Promise<void> {
  const decisions = await tx.$queryRaw<NewDecision[]>`
    SELECT d.id, d.action::text, d."fromState"::text AS from, d."toState"::text AS to, encode(d.hash, 'hex') AS seal
    FROM decisions d JOIN comments c ON c.id = d."commentId"
    WHERE c."strategyId" = ${strategyId} AND d."chainId" = ${chainId}
      AND NOT EXISTS (SELECT FROM record_entries WHERE "decisionId" = d.id)
    ORDER BY gen_random_uuid()`;
  if (decisions.length === 0) return;
  const newest = await tx.recordEntry.findFirst({ where: { chainId }, orderBy: { number: "desc" } });
  const last = newest && { number: newest.number, hash: Buffer.from(newest.hash).toString("hex") };
  const entries = chainDecisions(chainId, last, isoDay(now), decisions);
  await tx.$executeRaw`
    INSERT INTO record_entries ("chainId", number, "decisionId", day, "previousHash", hash)
    SELECT ${chainId}, number, id, ${dateOf(now)}::date, decode(previous, 'hex'), decode(hash, 'hex')
    FROM unnest(${entries.map(({ number }) => number)}::int[], ${entries.map(({ id }) => id)}::text[],
      ${entries.map(({ previousHash }) => previousHash)}::text[], ${entries.map(({ hash }) => hash)}::text[])
      AS entries (number, id, previous, hash)`;
  await insertChainHeads(tx, now, chainId);
}

/**
 * Inserts the last hash of each record for the day of `now`, signed where there is a key; a second run on the same day
 * changes nothing unless a record has grown.
 * @param chainId only of this record: a step of an edition
 */
export async function insertChainHeads(tx: Tx, now: Date, chainId: string | null = null): Promise<void> {
  const day = dateOf(now);
  const heads = (await listLastEntries(tx, chainId)).map((last) => ({ ...last, day, ...signHead(last, now) }));
  await tx.chainHead.createMany({ data: heads, skipDuplicates: true });
  await invalidateTags(tx, ...heads.map(({ chainId }) => `body:${chainId}`));
}

function signHead({ chainId, length, hash }: LastEntry, now: Date) {
  const text = headText({ chain: chainId, day: isoDay(now), length, hash: Buffer.from(hash).toString("hex") });
  const signed = signForRecord(text);
  return (
    signed && { publicKey: signed.publicKey, signature: Uint8Array.from(Buffer.from(signed.signature, "base64url")) }
  );
}
