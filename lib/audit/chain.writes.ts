import { randomBytes } from "node:crypto";
import { listLastLinks } from "@/lib/audit/chain.queries";
import { chainHash, chainStart } from "@/lib/audit/chain.rules";
import type { Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { dateOf } from "@/lib/dates";
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
  // the public pages of the record are out of date
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${`chain:${decision.chainId}`}, 0)),
      pg_notify('cache_invalidation', ${`body:${decision.chainId}`})`;
  const last = await tx.decision.findFirst({
    where: { chainId: decision.chainId },
    orderBy: { sequence: "desc" },
    select: { sequence: true, hash: true },
  });
  const previous = last ? hex(last.hash) : chainStart;
  const sequence = (last?.sequence ?? 0) + 1;
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
    decidedAt: decidedAt.toISOString(),
  });
  const { spans, ...columns } = decision;
  const hashes = { previousHash: bytes(previous), hash: bytes(hash) };
  await tx.decision.create({ data: { ...columns, id, sequence, decidedAt, ...(spans && { spans }), ...hashes } });
  return { id, decidedAt };
}

/** Inserts the last hash of each chain for the day of `now`; a second run on the same day changes nothing. */
export async function insertChainHeads(tx: Tx, now: Date): Promise<void> {
  const day = dateOf(now);
  const heads = (await listLastLinks(tx)).map((last) => ({ ...last, day }));
  await tx.chainHead.createMany({ data: heads, skipDuplicates: true });
  await invalidateTags(tx, ...heads.map(({ chainId }) => `body:${chainId}`));
}

const hex = (value: Uint8Array) => Buffer.from(value).toString("hex");
const bytes = (value: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(value, "hex"));
