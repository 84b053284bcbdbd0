import type { RevisionInput } from "@/lib/comments/comment.schema";
import { draftOwnerIndex } from "@/lib/comments/drafts/draft.queries";
import { formatDraftPlace } from "@/lib/comments/drafts/draft.rules";
import { deleteReactionsTo } from "@/lib/comments/reactions/reaction.writes";
import { whyCannotRevise } from "@/lib/comments/revision.policy";
import { openReports } from "@/lib/comments/revision.queries";
import { transact } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { transitionColumns } from "@/lib/moderation/decisions/transition.rules";
import { lockComment, transitionComment } from "@/lib/moderation/decisions/transition.writes";
import { closeMootCases, openCase } from "@/lib/moderation/queue/case.writes";
import { whyCannotWrite } from "@/lib/moderation/sanctions/sanction.policy";
import { listSanctions } from "@/lib/moderation/sanctions/sanction.queries";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import type { Person } from "@/lib/people/person.policy";

const conflictMessage =
  "A rep made a decision about this comment while you were changing it. Nothing was changed. Check “My comments”.";

/**
 * Adds a revision to a held or returned comment, and opens a new case for it. The old text stays with the old case, and
 * reactions to it are deleted. What was reported stays as it is until a rep has decided.
 * @throws NotFound (not theirs), RuleViolation (too late, or reported), Conflict (a rep decided meanwhile)
 */
export async function reviseComment(
  person: Person,
  commentId: string,
  { text, version }: RevisionInput,
): Promise<void> {
  const ownIds = await listOwnParticipantIds(person);
  await transact(async (tx) => {
    await lockComment(tx, commentId); // an edition may be publishing it
    const comment = await tx.comment.findFirst({
      where: { id: commentId, participantId: { in: ownIds } },
      select: {
        ...transitionColumns,
        participantId: true,
        cases: openReports,
        revisions: { orderBy: { number: "desc" }, take: 1 },
      },
    });
    const last = comment?.revisions[0];
    if (!comment || !last) throw new NotFound();
    if (comment.version !== version) throw new Conflict(conflictMessage);
    const now = new Date();
    const refusal =
      whyCannotWrite(await listSanctions(comment.participantId, tx), now) ??
      whyCannotRevise({ state: comment.state, writtenAt: last.createdAt, isReported: comment.cases.length > 0 }, now);
    if (refusal) throw new RuleViolation(refusal);
    if (!(await transitionComment(tx, comment, "held", now))) throw new Conflict(conflictMessage);
    const number = last.number + 1;
    await tx.comment.update({ where: { id: commentId }, data: { revision: number } });
    await tx.revision.create({ data: { commentId, number, versionId: last.versionId, text } });
    if (text !== last.text) await deleteReactionsTo(tx, commentId); // they were to another text
    const ownerIndex = draftOwnerIndex(person, comment.strategyId);
    if (ownerIndex)
      await tx.draft.deleteMany({ where: { ownerIndex, place: formatDraftPlace({ comment: commentId }) } });
    await closeMootCases(tx, { commentId, state: "held" }, now);
    await openCase(tx, { kind: "pre_moderation", strategyId: comment.strategyId, commentId, revision: number });
  });
}
