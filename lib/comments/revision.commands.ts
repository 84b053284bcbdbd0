import type { RevisionInput } from "@/lib/comments/comment.schema";
import { draftOwner } from "@/lib/comments/drafts/draft.queries";
import { placeText } from "@/lib/comments/drafts/draft.rules";
import { ownParticipantIds } from "@/lib/comments/own-comment.queries";
import { whyNoChange } from "@/lib/comments/revision.rules";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { moveComment } from "@/lib/moderation/decisions/transition.writes";
import { movedColumns } from "@/lib/moderation/decisions/transition-columns.rules";
import { openCase } from "@/lib/moderation/queue/case.writes";
import { lapseCases } from "@/lib/moderation/queue/case-closing.writes";
import { whyNoWords } from "@/lib/moderation/sanctions/sanction.policy";
import { listSanctions } from "@/lib/moderation/sanctions/sanction.queries";
import type { Person } from "@/lib/people/person.policy";

const late = "A rep decided on this comment while you changed it. Look at “My comments”. Nothing was changed.";

/**
 * Changes the words of a comment that waits, or answers a rep who returned it: a new revision, which waits for a rep in
 * a new case. The old words stay with the old case.
 * @throws NotFound (not theirs), Refused (its time is over), Conflict (a rep was first)
 */
export async function revise(person: Person, commentId: string, { text, version }: RevisionInput): Promise<void> {
  const ownIds = await ownParticipantIds(person);
  await db().$transaction(async (tx) => {
    const comment = await tx.comment.findFirst({
      where: { id: commentId, participantId: { in: ownIds } },
      select: { ...movedColumns, participantId: true, revisions: { orderBy: { number: "desc" }, take: 1 } },
    });
    const last = comment?.revisions[0];
    if (!comment || !last) throw new NotFound();
    if (comment.version !== version) throw new Conflict(late);
    const now = new Date();
    const refusal =
      whyNoWords(await listSanctions(comment.participantId, tx), now) ??
      whyNoChange({ state: comment.state, writtenAt: last.createdAt }, now);
    if (refusal) throw new Refused(refusal);
    if (!(await moveComment(tx, comment, "held", now))) throw new Conflict(late);
    const number = last.number + 1;
    await tx.comment.update({ where: { id: commentId }, data: { revision: number } });
    await tx.revision.create({ data: { commentId, number, versionId: last.versionId, text } });
    const ownerIndex = draftOwner(person, comment.strategyId);
    if (ownerIndex) await tx.draft.deleteMany({ where: { ownerIndex, place: placeText({ comment: commentId }) } });
    await lapseCases(tx, { commentId, state: "held" }, now);
    await openCase(tx, { kind: "pre_moderation", strategyId: comment.strategyId, commentId, revision: number });
  });
}
