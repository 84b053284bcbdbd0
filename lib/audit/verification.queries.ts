import { listLinks } from "@/lib/audit/chain.queries";
import { type ChainFault, findFaults, hashedLink } from "@/lib/audit/chain.rules";
import { whyWrongSignature } from "@/lib/audit/head.rules";
import { listHeads, listRecordEntries } from "@/lib/audit/record.queries";
import { hashedEntry, type RecordEntry } from "@/lib/audit/record.rules";
import { db, type Tx } from "@/lib/database/client";
import { recordPublicKeys } from "@/lib/security/record-key";

export type ChainVerification = { chain: string; decisions: number; head: string; heads: number; faults: ChainFault[] };

/**
 * Recomputes, for every lead body, the chain of decisions and the public record, and compares the record with the
 * published heads and their signatures. `decisions` includes those that no edition has published yet; `head` is the record's.
 */
export async function verifyChains(tx: Tx = db()): Promise<ChainVerification[]> {
  const decisionChains = await tx.decision.groupBy({ by: ["chainId"] });
  const headChains = await tx.chainHead.groupBy({ by: ["chainId"] });
  const chains = new Set([...decisionChains, ...headChains].map(({ chainId }) => chainId));
  const verifications: ChainVerification[] = [];
  for (const chain of [...chains].sort()) verifications.push(await verifyChain(chain, tx));
  return verifications;
}

async function verifyChain(chain: string, tx: Tx): Promise<ChainVerification> {
  const links = await listLinks(chain, tx);
  const entries = await listAllEntries(chain, tx);
  const heads = await listHeads(chain, undefined, tx);
  const keys = recordPublicKeys();
  const faults = [
    ...findFaults(links.map(hashedLink)),
    ...findFaults(entries.map(hashedEntry), heads),
    ...heads.flatMap((head) => {
      const message = whyWrongSignature(head, keys);
      return message === null ? [] : [{ chain, sequence: head.length, message }];
    }),
  ];
  return {
    chain,
    decisions: links.length,
    head: entries.at(-1)?.hash ?? "",
    heads: heads.length,
    faults: faults.map((fault) => ({ ...fault, chain })),
  };
}

async function listAllEntries(chain: string, tx: Tx): Promise<RecordEntry[]> {
  const entries: RecordEntry[] = [];
  for (;;) {
    const page = await listRecordEntries(chain, entries.at(-1)?.number ?? 0, 1000, tx);
    entries.push(...page);
    if (page.length < 1000) return entries;
  }
}
