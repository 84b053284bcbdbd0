import { type ChainFault, type ChainLink, findFaults, type PublishedHead } from "@/lib/audit/chain.rules";
import { db, type Tx } from "@/lib/database/client";

export type ChainVerification = { chain: string; decisions: number; head: string; heads: number; faults: ChainFault[] };

/** Recomputes every chain from its rows, 1,000 at a time, and compares it with the published heads. */
export async function verifyChains(tx: Tx = db()): Promise<ChainVerification[]> {
  const decisionChains = await tx.decision.groupBy({ by: ["chainId"] });
  const headChains = await tx.chainHead.groupBy({ by: ["chainId"] });
  const chains = new Set([...decisionChains, ...headChains].map(({ chainId }) => chainId));
  const verifications: ChainVerification[] = [];
  for (const chain of [...chains].sort()) verifications.push(await verifyChain(chain, tx));
  return verifications;
}

async function verifyChain(chain: string, tx: Tx): Promise<ChainVerification> {
  const [links, heads] = [await listLinks(chain, tx), await listHeads(chain, undefined, tx)];
  const faults = findFaults(links, heads).map((fault) => ({ ...fault, chain }));
  return { chain, decisions: links.length, head: links.at(-1)?.hash ?? "", heads: heads.length, faults };
}

/** All decisions of a chain in order, with the fields that are hashed. */
async function listLinks(chainId: string, tx: Tx): Promise<ChainLink[]> {
  const links: ChainLink[] = [];
  for (;;) {
    const page = await listLinksAfter(chainId, links.at(-1)?.sequence ?? 0, 1000, tx);
    links.push(...page);
    if (page.length < 1000) return links;
  }
}

/** The decisions of a chain after a sequence number, in order. */
export async function listLinksAfter(
  chainId: string,
  after: number,
  take: number,
  tx: Tx = db(),
): Promise<ChainLink[]> {
  const where = { chainId, sequence: { gt: after } };
  const rows = await tx.decision.findMany({ where, orderBy: { sequence: "asc" }, take });
  return rows.map((row) => ({
    chain: row.chainId,
    sequence: row.sequence,
    id: row.id,
    case: row.caseId,
    comment: row.commentId,
    revision: row.revision,
    action: row.action,
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
  }));
}

/** The published heads of a chain, newest first. @param take all when left out */
export async function listHeads(chainId: string, take?: number, tx: Tx = db()): Promise<PublishedHead[]> {
  const rows = await tx.chainHead.findMany({ where: { chainId }, orderBy: { day: "desc" }, take });
  return rows.map(({ day, length, hash }) => ({ day: day.toISOString().slice(0, 10), length, hash: hex(hash) }));
}

export type LastLink = { chainId: string; length: number; hash: Uint8Array<ArrayBuffer> };

/** The newest link of each chain. */
export async function listLastLinks(tx: Tx = db()): Promise<LastLink[]> {
  return tx.$queryRaw<LastLink[]>`
    SELECT b.id AS "chainId", d.sequence AS length, d.hash FROM bodies b
    CROSS JOIN LATERAL (
      SELECT sequence, hash FROM decisions WHERE "chainId" = b.id ORDER BY sequence DESC LIMIT 1
    ) d`;
}

const hex = (value: Uint8Array) => Buffer.from(value).toString("hex");
