import { type ChainLink, hashedTime } from "@/lib/audit/chain.rules";
import { db, type Tx } from "@/lib/database/client";
import type { Decision } from "@/prisma/generated/client";

/** All decisions of a chain in order, with the fields that are hashed. */
export async function listLinks(chainId: string, tx: Tx = db()): Promise<ChainLink[]> {
  const links: ChainLink[] = [];
  for (;;) {
    const where = { chainId, sequence: { gt: links.at(-1)?.sequence ?? 0 } };
    const rows = await tx.decision.findMany({ where, orderBy: { sequence: "asc" }, take: 1000 });
    links.push(...rows.map(readLink));
    if (rows.length < 1000) return links;
  }
}

/** A row of a decision in the form in which it is hashed. */
export const readLink = (row: Decision): ChainLink => ({
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
  decidedAt: hashedTime(row),
  commitment: row.commitment && hex(row.commitment),
  previousHash: hex(row.previousHash),
  hash: hex(row.hash),
});

const hex = (value: Uint8Array) => Buffer.from(value).toString("hex");
