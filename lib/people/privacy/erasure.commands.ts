import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { listDraftOwnerIndexes } from "@/lib/comments/drafts/draft.queries";
import { db, type Tx } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { Conflict, NotFound } from "@/lib/errors";
import { transitionComment } from "@/lib/moderation/decisions/transition.writes";
import { transitionColumns } from "@/lib/moderation/decisions/transition-columns.rules";
import { closeMootCases } from "@/lib/moderation/queue/case-closing.writes";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import { isSignedIn, type Person, visitor } from "@/lib/people/person.policy";
import { currentConsentVersion } from "@/lib/people/privacy/consent.rules";
import type { ErasedIds } from "@/lib/people/privacy/personal-data.queries";

/**
 * Erases a person, at once and for good: their words wherever they stand, what they chose beside them, their
 * reactions, address, receipt, and what ties their aliases to them. What stays says nothing of them: a mark where a
 * published comment stood, so that replies read on, and the decisions, whose hashes cannot be turned back.
 * @throws NotFound (nobody is signed in), Conflict (a rep decided on one of the comments in the same moment)
 */
export async function erasePerson(person: Person): Promise<{ comments: number; reactions: number }> {
  if (!isSignedIn(person)) throw new NotFound();
  const ids = await listOwnParticipantIds(person);
  const drafts = await listDraftOwnerIndexes(person);
  return db().$transaction(
    async (tx) => {
      const comments = await eraseComments(tx, ids);
      const reactions = await deleteReactions(tx, ids);
      await tx.draft.deleteMany({ where: { ownerIndex: { in: drafts } } });
      await eraseParticipants(tx, ids);
      if (person.accountId) await eraseAccount(tx, person.accountId);
      // that somebody was erased, and what; not who
      await recordAuditEvent(tx, {
        action: "people.erase",
        accountId: null,
        subject: "person",
        details: { comments, reactions },
      });
      return { comments, reactions };
    },
    { timeout: 60_000 },
  );
}

/**
 * Erases again, after an older backup was restored, whoever had themselves erased since. Ids that are not there are
 * passed over: they came after the backup. Doing it twice does no harm.
 */
export async function reapplyErasures({ accounts, participants }: ErasedIds): Promise<void> {
  for (const id of participants) {
    const strategyId = (await db().participant.findUnique({ where: { id } }))?.strategyId ?? null;
    const drafts = await listDraftOwnerIndexes({ ...visitor, participantId: id, participantStrategyId: strategyId });
    await db().$transaction(
      async (tx) => {
        await tx.draft.deleteMany({ where: { ownerIndex: { in: drafts } } });
        await eraseComments(tx, [id]);
        await deleteReactions(tx, [id]);
        await eraseParticipants(tx, [id]);
      },
      { timeout: 60_000 },
    );
  }
  for (const id of accounts) {
    if ((await db().account.count({ where: { id } })) === 0) continue;
    await db().draft.deleteMany({
      where: { ownerIndex: { in: await listDraftOwnerIndexes({ ...visitor, accountId: id }) } },
    });
    await db().$transaction((tx) => eraseAccount(tx, id));
  }
}

/**
 * Takes back the agreement of one strategy. Without it we may keep nothing that was said: comments and reactions there
 * go at once, as in erasure. The alias and the way back stay, so that the person sees it done and may agree again.
 * @throws NotFound (nothing of theirs there), Conflict (see erasePerson)
 */
export async function withdrawConsent(person: Person, strategyId: string): Promise<void> {
  const where = { id: { in: await listOwnParticipantIds(person) }, strategyId, consentEndedAt: null };
  const participant = await db().participant.findFirst({
    where: { ...where, NOT: { consentedTo: null } },
    select: { id: true },
  });
  if (!participant) throw new NotFound();
  await db().$transaction(
    async (tx) => {
      await eraseComments(tx, [participant.id]);
      await deleteReactions(tx, [participant.id]);
      await tx.participant.update({ where: { id: participant.id }, data: { consentEndedAt: new Date() } });
    },
    { timeout: 60_000 },
  );
}

/** Agrees again, by the words of now. @throws NotFound (nothing was taken back there) */
export async function renewConsent(person: Person, strategyId: string): Promise<void> {
  const { count } = await db().participant.updateMany({
    where: { id: { in: await listOwnParticipantIds(person) }, strategyId, NOT: { consentEndedAt: null } },
    data: { consentedTo: currentConsentVersion, consentedAt: new Date(), consentEndedAt: null },
  });
  if (count === 0) throw new NotFound();
}

async function eraseComments(tx: Tx, participantIds: string[]): Promise<number> {
  const now = new Date();
  const comments = await tx.comment.findMany({
    where: { participantId: { in: participantIds } },
    select: transitionColumns,
  });
  for (const comment of comments) {
    if (comment.state === "withdrawn" || comment.state === "removed") continue;
    if (!(await transitionComment(tx, comment, "withdrawn", now, { text: "" })))
      throw new Conflict(
        "A rep decided on one of your comments a moment ago. Nothing was erased: press the button again.",
      );
  }
  const commentId = { in: comments.map(({ id }) => id) };
  await tx.revision.updateMany({ where: { commentId }, data: { text: "" } });
  // the form's number would lead back to the receipt; place and sector were told by choice
  const clearedChoices = { formId: null, districtId: null, vintage: null, sectorId: null };
  await tx.comment.updateMany({ where: { id: commentId }, data: { text: "", ...clearedChoices } });
  await tx.sealedOriginal.updateMany({ where: { commentId }, data: { sealedKey: null, sealedText: new Uint8Array() } });
  await tx.appeal.updateMany({ where: { decision: { commentId } }, data: { grounds: "" } });
  await tx.originalAccessRequest.updateMany({ where: { original: { commentId } }, data: { reason: "" } });
  await tx.decisionNote.deleteMany({ where: { decision: { commentId } } });
  await tx.case.updateMany({ where: { commentId }, data: { normalisedTextHash: null } });
  for (const { id, state } of comments) await closeMootCases(tx, { commentId: id, state }, now, () => true);
  return comments.length;
}

/** Deletes reactions, and counts them no more where they were counted. */
async function deleteReactions(tx: Tx, participantIds: string[]): Promise<number> {
  const rows = await tx.$queryRaw<{ strategyId: string; threadId: string }[]>`
    WITH deleted AS (
      DELETE FROM reactions WHERE "participantId" = ANY(${participantIds}) RETURNING "commentId", value
    ), sums AS (
      SELECT "commentId", count(*) FILTER (WHERE value = 'agree') AS agrees,
        count(*) FILTER (WHERE value = 'disagree') AS disagrees, count(*) FILTER (WHERE value = 'pass') AS passes
      FROM deleted GROUP BY 1
    ), updated_comments AS (
      UPDATE comments c SET agrees = c.agrees - s.agrees, disagrees = c.disagrees - s.disagrees, passes = c.passes - s.passes
      FROM sums s WHERE c.id = s."commentId"
      RETURNING c."strategyId", c."threadId", c."isReply", c.state, c.agrees, c.agrees + c.disagrees + c.passes AS reacted
    ), updated_threads AS (
      UPDATE threads t SET support = wilson_lower_bound(c.agrees, c.reacted) FROM updated_comments c
      WHERE t.id = c."threadId" AND NOT c."isReply" AND c.state = 'published'
    )
    SELECT "strategyId", "threadId" FROM updated_comments`;
  const tags = rows.flatMap(({ strategyId, threadId }) => [`strategy:${strategyId}`, `thread:${threadId}`]);
  // a notification holds 8,000 bytes at most
  if (tags.length > 0) await invalidateTags(tx, ...(tags.length > 150 ? ["all"] : new Set(tags)));
  return rows.length;
}

async function eraseParticipants(tx: Tx, ids: string[]): Promise<void> {
  const participantId = { in: ids };
  await tx.session.deleteMany({ where: { participantId } });
  await tx.notice.deleteMany({ where: { participantId } });
  await tx.report.updateMany({ where: { participantId }, data: { participantId: null, details: null } });
  await tx.sanction.updateMany({ where: { participantId }, data: { message: null } });
  await eraseComplaints(tx, { participantId });
  const consent = { consentedTo: null, consentedAt: null, consentEndedAt: null };
  const erasedColumns = { isErased: true, receiptHash: null, ownerIndex: null, ...consent };
  await tx.participant.updateMany({ where: { id: participantId }, data: erasedColumns });
}

/** That there was a complaint, and when, stays: nobody can be told by it. */
async function eraseComplaints(
  tx: Tx,
  owner: { participantId: { in: string[] } } | { accountId: string },
): Promise<void> {
  const clearedOwner = { accountId: null, participantId: null, codeHash: null, formId: null };
  await tx.complaint.updateMany({ where: { ...owner, answeredAt: null }, data: { answeredAt: new Date() } });
  await tx.complaint.updateMany({ where: owner, data: { ...clearedOwner, textSealed: null, answerSealed: null } });
}

async function eraseAccount(tx: Tx, accountId: string): Promise<void> {
  const now = new Date();
  const account = await tx.account.findUnique({ where: { id: accountId }, select: { emailIndex: true } });
  if (account?.emailIndex) await tx.signInRequest.deleteMany({ where: { emailIndex: account.emailIndex } });
  const filter = { where: { accountId } };
  await tx.session.deleteMany(filter);
  await tx.passkey.deleteMany(filter);
  await tx.authenticator.deleteMany(filter);
  await tx.recoveryCode.deleteMany(filter);
  await tx.identity.deleteMany(filter);
  await tx.factorReset.deleteMany({ where: { OR: [{ accountId }, { requestedById: accountId }] } });
  await tx.follow.deleteMany(filter);
  await tx.digest.deleteMany(filter);
  await tx.deskVisit.deleteMany(filter);
  await tx.rotaShift.deleteMany(filter);
  await tx.absence.deleteMany(filter);
  await eraseComplaints(tx, { accountId });
  await tx.grant.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: now } });
  await tx.account.update({
    where: { id: accountId },
    data: { emailSealed: null, emailIndex: null, label: null, noticeMails: true, erasedAt: now },
  });
}
