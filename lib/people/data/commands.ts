import { recordEvent } from "@/lib/audit/commands";
import { draftOwners } from "@/lib/comments/drafting/queries";
import { ownParticipantIds } from "@/lib/comments/queries";
import { db, markStale, type Tx } from "@/lib/db";
import { Conflict, NotFound } from "@/lib/errors";
import { lapseCases } from "@/lib/moderation/cases/lapsing/commands";
import { movedColumns } from "@/lib/moderation/moves/columns";
import { moveComment } from "@/lib/moderation/moves/commands";
import { isSignedIn, type Person } from "@/lib/people/policy";

/**
 * Erases a person, at once and for good: their words wherever they stand, what they chose beside them, their
 * reactions, address, receipt, and what ties their aliases to them. What stays says nothing of them: a mark where a
 * published comment stood, so that replies read on, and the decisions, whose hashes cannot be turned back.
 * @throws NotFound (nobody is signed in), Conflict (a rep decided on one of the comments in the same moment)
 */
export async function eraseMe(person: Person): Promise<{ comments: number; reactions: number }> {
  if (!isSignedIn(person)) throw new NotFound();
  const ids = await ownParticipantIds(person);
  const drafts = await draftOwners(person);
  return db().$transaction(
    async (tx) => {
      const comments = await blankComments(tx, ids);
      const reactions = await takeReactionsBack(tx, ids);
      await tx.draft.deleteMany({ where: { ownerIndex: { in: drafts } } });
      await forgetParticipants(tx, ids);
      if (person.accountId) await forgetAccount(tx, person.accountId);
      // that somebody was erased, and what; not who
      await recordEvent(tx, {
        deed: "people.erase",
        accountId: null,
        subject: "person",
        details: { comments, reactions },
      });
      return { comments, reactions };
    },
    { timeout: 60_000 },
  );
}

async function blankComments(tx: Tx, participantIds: string[]): Promise<number> {
  const now = new Date();
  const comments = await tx.comment.findMany({
    where: { participantId: { in: participantIds } },
    select: movedColumns,
  });
  for (const comment of comments) {
    if (comment.state === "withdrawn" || comment.state === "removed") continue;
    if (!(await moveComment(tx, comment, "withdrawn", now, { text: "" })))
      throw new Conflict(
        "A rep decided on one of your comments a moment ago. Nothing was erased: press the button again.",
      );
  }
  const commentId = { in: comments.map(({ id }) => id) };
  await tx.revision.updateMany({ where: { commentId }, data: { text: "" } });
  // the form's number would lead back to the receipt; place and sector were told by choice
  const chosen = { formId: null, districtId: null, vintage: null, sectorId: null };
  await tx.comment.updateMany({ where: { id: commentId }, data: { text: "", ...chosen } });
  await tx.sealedOriginal.updateMany({ where: { commentId }, data: { sealedKey: null, sealedText: new Uint8Array() } });
  await tx.appeal.updateMany({ where: { decision: { commentId } }, data: { words: "" } });
  await tx.decisionNote.deleteMany({ where: { decision: { commentId } } });
  await tx.case.updateMany({ where: { commentId }, data: { sameText: null } });
  for (const { id, state } of comments) await lapseCases(tx, { commentId: id, state }, now, () => true);
  return comments.length;
}

/** Deletes reactions, and counts them no more where they were counted. */
async function takeReactionsBack(tx: Tx, participantIds: string[]): Promise<number> {
  const rows = await tx.$queryRaw<{ strategyId: string; threadId: string }[]>`
    WITH gone AS (
      DELETE FROM reactions WHERE "participantId" = ANY(${participantIds}) RETURNING "commentId", value
    ), sums AS (
      SELECT "commentId", count(*) FILTER (WHERE value = 'agree') AS agrees,
        count(*) FILTER (WHERE value = 'disagree') AS disagrees, count(*) FILTER (WHERE value = 'pass') AS passes
      FROM gone GROUP BY 1
    ), counted AS (
      UPDATE comments c SET agrees = c.agrees - s.agrees, disagrees = c.disagrees - s.disagrees, passes = c.passes - s.passes
      FROM sums s WHERE c.id = s."commentId"
      RETURNING c."strategyId", c."threadId", c."isReply", c.state, c.agrees, c.agrees + c.disagrees + c.passes AS reacted
    ), sorted AS (
      UPDATE threads t SET support = wilson(c.agrees, c.reacted) FROM counted c
      WHERE t.id = c."threadId" AND NOT c."isReply" AND c.state = 'published'
    )
    SELECT "strategyId", "threadId" FROM counted`;
  const tags = rows.flatMap(({ strategyId, threadId }) => [`strategy:${strategyId}`, `thread:${threadId}`]);
  // a notification holds 8,000 bytes at most
  if (tags.length > 0) await markStale(tx, ...(tags.length > 150 ? ["all"] : new Set(tags)));
  return rows.length;
}

async function forgetParticipants(tx: Tx, ids: string[]): Promise<void> {
  const participantId = { in: ids };
  await tx.session.deleteMany({ where: { participantId } });
  await tx.notice.deleteMany({ where: { participantId } });
  await tx.flag.updateMany({ where: { participantId }, data: { participantId: null, words: null } });
  await tx.sanction.updateMany({ where: { participantId }, data: { words: null } });
  const forgotten = { receiptHash: null, ownerIndex: null, consentedTo: null, consentedAt: null };
  await tx.participant.updateMany({ where: { id: participantId }, data: forgotten });
}

async function forgetAccount(tx: Tx, accountId: string): Promise<void> {
  const now = new Date();
  const before = await tx.account.findUnique({ where: { id: accountId }, select: { emailIndex: true } });
  if (before?.emailIndex) await tx.signInRequest.deleteMany({ where: { emailIndex: before.emailIndex } });
  const own = { where: { accountId } };
  await tx.session.deleteMany(own);
  await tx.passkey.deleteMany(own);
  await tx.authenticator.deleteMany(own);
  await tx.recoveryCode.deleteMany(own);
  await tx.identity.deleteMany(own);
  await tx.factorReset.deleteMany({ where: { OR: [{ accountId }, { askedById: accountId }] } });
  await tx.follow.deleteMany(own);
  await tx.digest.deleteMany(own);
  await tx.lastSeen.deleteMany(own);
  await tx.rotaTurn.deleteMany(own);
  await tx.absence.deleteMany(own);
  await tx.grant.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: now } });
  await tx.account.update({
    where: { id: accountId },
    data: { emailSealed: null, emailIndex: null, label: null, erasedAt: now },
  });
}
