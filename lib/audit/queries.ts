import { type ChainFault, type ChainLink, findFaults } from "@/lib/audit/rules";
import { db } from "@/lib/db";

export type ChainReport = { chain: string; decisions: number; head: string; faults: ChainFault[] };

/** Recomputes every chain from its rows, a thousand at a time. */
export async function verifyChains(): Promise<ChainReport[]> {
  const chains = await db().decision.groupBy({ by: ["chainId"], orderBy: { chainId: "asc" } });
  const reports: ChainReport[] = [];
  for (const { chainId } of chains) reports.push(await verifyChain(chainId));
  return reports;
}

async function verifyChain(chainId: string): Promise<ChainReport> {
  const links = await listLinks(chainId);
  return { chain: chainId, decisions: links.length, head: links.at(-1)?.hash ?? "", faults: findFaults(links) };
}

/** All decisions of a chain in order, as the chain vouches for them. */
export async function listLinks(chainId: string): Promise<ChainLink[]> {
  const links: ChainLink[] = [];
  for (let after = 0; ; after = links.at(-1)?.sequence ?? after) {
    const rows = await db().decision.findMany({
      where: { chainId, sequence: { gt: after } },
      orderBy: { sequence: "asc" },
      take: 1000,
    });
    for (const row of rows) {
      links.push({
        chain: row.chainId,
        sequence: row.sequence,
        id: row.id,
        case: row.caseId,
        comment: row.commentId,
        revision: row.revision,
        deed: row.deed,
        from: row.fromState,
        to: row.toState,
        reason: row.reason,
        reasonVersion: row.reasonVersion,
        spans: row.spans as number[][] | null,
        textHash: hex(row.textHash),
        decider: row.deciderId,
        deciderUnion: row.deciderUnion,
        decidedAt: row.decidedAt.toISOString(),
        previousHash: hex(row.previousHash),
        hash: hex(row.hash),
      });
    }
    if (rows.length < 1000) return links;
  }
}

const hex = (value: Uint8Array) => Buffer.from(value).toString("hex");
