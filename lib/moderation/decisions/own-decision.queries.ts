import { db } from "@/lib/database/client";
import { actionsBesideComment } from "@/lib/moderation/decisions/transition.rules";

export type OwnDecision = { commentId: string | null; reason: string | null; toAuthor: string | null };

/**
 * The last decision on each of these comments, leaving out decisions on its thread or its author.
 * @param commentIds of comments that the person wrote: the result holds what the rep wrote to the author
 */
export async function listLastDecisions(commentIds: string[]): Promise<OwnDecision[]> {
  const rows = await db().decision.findMany({
    where: { commentId: { in: commentIds }, action: { notIn: actionsBesideComment } },
    orderBy: [{ commentId: "asc" }, { sequence: "desc" }],
    distinct: ["commentId"],
    select: { commentId: true, reason: true, note: { select: { toAuthor: true } } },
  });
  return rows.map(({ note, ...row }) => ({ ...row, toAuthor: note?.toAuthor ?? null }));
}
