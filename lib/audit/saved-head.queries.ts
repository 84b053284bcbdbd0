import type { RecordPublicKey, SignedHead } from "@/lib/audit/head.rules";
import { compareHeads, type HeadFindings } from "@/lib/audit/saved-head.rules";
import { db, type Tx } from "@/lib/database/client";

/** Compares heads that somebody saved with the records as they are now, a finding for each record. */
export async function compareSavedHeads(
  heads: readonly SignedHead[],
  keys: readonly RecordPublicKey[],
  tx: Tx = db(),
): Promise<HeadFindings[]> {
  const findings: HeadFindings[] = [];
  for (const chain of [...new Set(heads.map((head) => head.chain))].sort()) {
    const own = heads.filter((head) => head.chain === chain);
    const rows = await tx.recordEntry.findMany({
      where: { chainId: chain, number: { in: own.map(({ length }) => length) } },
      select: { number: true, hash: true },
    });
    const hashes = new Map(rows.map(({ number, hash }) => [number, Buffer.from(hash).toString("hex")]));
    findings.push(compareHeads(chain, own, hashes, keys));
  }
  return findings;
}
