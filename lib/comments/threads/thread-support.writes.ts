import type { Tx } from "@/lib/database/client";

/** Recalculates the support by which threads are sorted, after an import or a seed that wrote reactions in bulk. */
export async function recountThreadSupport(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    UPDATE threads SET support = wilson_lower_bound(agrees, agrees + disagrees + passes) FROM comments
    WHERE "threadId" = threads.id AND NOT "isReply" AND support <> wilson_lower_bound(agrees, agrees + disagrees + passes)`;
}
