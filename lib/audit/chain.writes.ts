import { randomBytes } from "node:crypto";
import { readLink } from "@/lib/audit/chain.queries";
import { chainHash, chainStart, decisionCommitment, hashedTime, linkText, sha256 } from "@/lib/audit/chain.rules";
import type { Tx } from "@/lib/database/client";
import type { CommentState, ModerationAction } from "@/prisma/generated/enums";

// A trigger refuses changes of decisions: prisma/migrations/20261130000100_append_only_triggers.

export type NewDecision = {
  chainId: string;
  caseId: string;
  commentId: string;
  revision: number;
  action: ModerationAction;
  fromState: CommentState;
  toState: CommentState;
  reason: string | null;
  reasonVersion: number | null;
  spans: [number, number][] | null;
  textHash: Uint8Array<ArrayBuffer>;
  deciderId: string;
  deciderUnion: string | null;
  /** Given by callers that need the id first, and by the seed, which makes the same rows each time. */
  id?: string;
  decidedAt?: Date;
};

/**
 * Adds a decision to its lead body's chain. An advisory lock on the chain is held until the transaction ends, so call
 * this as late in the transaction as possible.
 */
export async function appendDecision(tx: Tx, decision: NewDecision): Promise<{ id: string; decidedAt: Date }> {
  const [added] = await appendDecisions(tx, decision.chainId, [decision]);
  if (!added) throw new Error("A decision was not added.");
  return added;
}

/** Adds many decisions to one chain, in this order. */
export async function appendDecisions(
  tx: Tx,
  chainId: string,
  decisions: readonly NewDecision[],
): Promise<{ id: string; decidedAt: Date }[]> {
  if (decisions.length === 0) return [];
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`chain:${chainId}`}, 0))`;
  const last = await tx.decision.findFirst({
    where: { chainId },
    orderBy: { sequence: "desc" },
    select: { sequence: true, hash: true },
  });
  let previous = last ? hex(last.hash) : chainStart;
  let sequence = last?.sequence ?? 0;
  const rows = decisions.map((decision) => {
    const row = linkDecision(previous, ++sequence, decision);
    previous = hex(row.hash);
    return row;
  });
  await tx.decision.createMany({ data: rows });
  return rows.map(({ id, decidedAt }) => ({ id, decidedAt }));
}

/** The row of a decision that follows the one with the hash `previous`. */
function linkDecision(previous: string, sequence: number, decision: NewDecision) {
  const id = decision.id ?? randomBytes(16).toString("base64url");
  const decidedAt = decision.decidedAt ?? new Date();
  const hash = chainHash(previous, {
    chain: decision.chainId,
    sequence,
    id,
    case: decision.caseId,
    comment: decision.commentId,
    revision: decision.revision,
    action: decision.action,
    from: decision.fromState,
    to: decision.toState,
    reason: decision.reason,
    reasonVersion: decision.reasonVersion,
    spans: decision.spans,
    textHash: hex(decision.textHash),
    decider: decision.deciderId,
    deciderUnion: decision.deciderUnion,
    decidedAt: hashedTime({ decidedAt, isDayHashed: true }),
  });
  const { spans, ...columns } = decision;
  const hashes = { previousHash: bytes(previous), hash: bytes(hash) };
  return { ...columns, id, sequence, decidedAt, isDayHashed: true, ...(spans && { spans }), ...hashes };
}

/**
 * Coarsens decisions whose hash covers the exact time. Their commitment takes the place of the time and of the keyed hash
 * of the text: with either of them left, the time could be found by trying each millisecond of the day. One whose hash is
 * wrong stays as it is.
 * @returns how many
 */
export async function coarsenExactDecisions(tx: Tx, ids: readonly string[]): Promise<number> {
  let count = 0;
  for (let from = 0; from < ids.length; from += 1000) {
    const decisions = await tx.decision.findMany({ where: { id: { in: ids.slice(from, from + 1000) } } });
    const intact = decisions.map(readLink).filter((link) => sha256(linkText(link)) === link.hash);
    count += await tx.$executeRaw`
      UPDATE decisions d SET "decidedAt" = london_day_start(d."decidedAt"), "textHash" = '',
        commitment = decode(earlier.commitment, 'hex')
      FROM unnest(${intact.map(({ id }) => id)}::text[], ${intact.map(decisionCommitment)}::text[])
        earlier (id, commitment)
      WHERE d.id = earlier.id`;
  }
  return count;
}

const hex = (value: Uint8Array) => Buffer.from(value).toString("hex");
const bytes = (value: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(value, "hex"));
