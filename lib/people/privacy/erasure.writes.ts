import { randomInt } from "node:crypto";
import type { Tx } from "@/lib/database/client";
import { Conflict } from "@/lib/errors";
import { deleteInterruptedForms } from "@/lib/forms/interrupted-form.writes";
import { transitionColumns } from "@/lib/moderation/decisions/transition.rules";
import { transitionComment } from "@/lib/moderation/decisions/transition.writes";
import { closeMootCases } from "@/lib/moderation/queue/case.writes";
import { sessionsOf } from "@/lib/people/session-owner.queries";

/** Somebody may have written hundreds of comments: the transaction gets a minute. */
export const erasureTimeout = { timeout: 60_000 };

/**
 * Withdraws the comments of these participants, and deletes all their text and choices.
 * @param leaving participants whose published text stays until `eraseLeavingParticipants`
 * @returns how many comments
 * @throws Conflict when a rep decided on one of them at the same moment
 */
export async function eraseComments(tx: Tx, participantIds: string[], leaving: string[] = []): Promise<number> {
  const now = new Date();
  const comments = await tx.comment.findMany({
    where: { participantId: { in: participantIds } },
    select: { ...transitionColumns, participantId: true },
  });
  const isLeaving = new Set(leaving);
  const gone = comments.filter(({ state, participantId }) => state !== "published" || !isLeaving.has(participantId));
  for (const comment of gone) {
    if (comment.state === "withdrawn" || comment.state === "removed") continue;
    if (!(await transitionComment(tx, comment, "withdrawn", now, { text: "" })))
      throw new Conflict("A rep has just made a decision about one of your comments. Nothing was erased. Try again.");
  }
  const goneIds = { in: gone.map(({ id }) => id) };
  await tx.revision.updateMany({ where: { commentId: goneIds }, data: { text: "" } });
  await tx.comment.updateMany({ where: { id: goneIds }, data: { text: "" } });
  const commentId = { in: comments.map(({ id }) => id) };
  await tx.locationCorrection.deleteMany({ where: { commentId } });
  const clearedChoices = { formHash: null, districtId: null, vintage: null, sectorId: null };
  await tx.comment.updateMany({ where: { id: commentId }, data: clearedChoices });
  await tx.sealedOriginal.updateMany({ where: { commentId }, data: { sealedKey: null, sealedText: new Uint8Array() } });
  await tx.appeal.updateMany({ where: { decision: { commentId } }, data: { grounds: "" } });
  await tx.originalAccessRequest.updateMany({ where: { original: { commentId } }, data: { reason: "" } });
  await tx.decisionNote.deleteMany({ where: { decision: { commentId } } });
  await tx.case.updateMany({ where: { commentId }, data: { normalisedTextHash: null } });
  for (const { id, state } of gone) await closeMootCases(tx, { commentId: id, state }, now, () => true);
  return comments.length;
}

/** Published text is erased with one of this many editions to come. */
const leavingEditions = 3;

/**
 * Draws, for each of these participants with published text, the edition with which it goes. So nobody sees their
 * aliases leave together, or at the moment when they ask.
 * @returns the participants whose text stays until then; without editions it goes at once
 */
export async function planLeaving(tx: Tx, participantIds: string[]): Promise<string[]> {
  const published = await tx.participant.findMany({
    where: {
      id: { in: participantIds },
      comments: { some: { state: "published" } },
      strategy: { phase: { in: ["open", "closed", "archived"] }, editions: { some: {} } },
    },
    select: { id: true, strategy: { select: { editions: { orderBy: { number: "desc" }, take: 1 } } } },
  });
  for (const { id, strategy } of published) {
    const leavesAtEdition = (strategy.editions[0]?.number ?? 0) + 1 + randomInt(leavingEditions);
    await tx.participant.update({ where: { id }, data: { leavesAtEdition } });
  }
  return published.map(({ id }) => id);
}

/** Erases the published text of those whose time has come. A step of an edition, before it publishes and counts. */
export async function eraseLeavingParticipants(tx: Tx, strategyId: string, edition: number): Promise<void> {
  const leaving = await tx.participant.findMany({
    where: { strategyId, leavesAtEdition: { lte: edition } },
    select: { id: true },
  });
  if (leaving.length === 0) return;
  const ids = leaving.map(({ id }) => id);
  await eraseComments(tx, ids);
  await tx.notice.deleteMany({ where: { participantId: { in: ids } } });
  await tx.participant.updateMany({ where: { id: { in: ids } }, data: { leavesAtEdition: null } });
}

/**
 * Deletes the reactions of these participants. Those that an edition counted stay in the counts of the comments, as
 * anonymous totals: if the counts went down, they would show what this person had answered.
 * @returns how many comments had one
 */
export async function deleteReactions(tx: Tx, participantIds: string[]): Promise<number> {
  const { count } = await tx.reaction.deleteMany({ where: { participantId: { in: participantIds } } });
  return count;
}

/** Deletes what leads from these participants to a person, with their sessions, notices and complaints. */
export async function eraseParticipants(tx: Tx, ids: string[]): Promise<void> {
  const participantId = { in: ids };
  await tx.session.deleteMany({ where: { participantId } });
  await deleteInterruptedForms(
    tx,
    ids.map((id) => ({ participantId: id })),
  );
  await tx.notice.deleteMany({ where: { participantId } });
  await tx.report.updateMany({ where: { participantId }, data: { participantId: null, details: null } });
  await tx.sanction.updateMany({ where: { participantId }, data: { message: null } });
  await eraseComplaints(tx, { participantId });
  const consent = { consentedTo: null, consentedAt: null, consentEndedAt: null };
  const erasedColumns = { isErased: true, receiptHash: null, ownerIndex: null, ...consent };
  await tx.participant.updateMany({ where: { id: participantId }, data: erasedColumns });
}

/** Deletes the text and the author of complaints. The rows stay with their dates, which identify nobody. */
async function eraseComplaints(
  tx: Tx,
  owner: { participantId: { in: string[] } } | { accountId: string },
): Promise<void> {
  const clearedOwner = { accountId: null, participantId: null, codeHash: null, formHash: null };
  await tx.complaint.updateMany({ where: { ...owner, answeredAt: null }, data: { answeredAt: new Date() } });
  await tx.complaint.updateMany({ where: owner, data: { ...clearedOwner, textSealed: null, answerSealed: null } });
}

/** Deletes the address, second factors, follows and roles of an account. */
export async function eraseAccount(tx: Tx, accountId: string): Promise<void> {
  const now = new Date();
  const account = await tx.account.findUnique({ where: { id: accountId }, select: { emailIndex: true } });
  if (account?.emailIndex) await tx.signInRequest.deleteMany({ where: { emailIndex: account.emailIndex } });
  const filter = { where: { accountId } };
  await tx.session.deleteMany({ where: sessionsOf(accountId) });
  await deleteInterruptedForms(tx, [{ accountId }]);
  await tx.documentImport.deleteMany(filter);
  await tx.passkey.deleteMany(filter);
  await tx.authenticator.deleteMany(filter);
  await tx.recoveryCode.deleteMany(filter);
  await tx.identity.deleteMany(filter);
  await tx.factorReset.deleteMany({ where: { OR: [{ accountId }, { requestedById: accountId }] } });
  await tx.follow.deleteMany(filter);
  await tx.digest.deleteMany(filter);
  await tx.deskVisit.deleteMany(filter);
  await tx.queueView.deleteMany(filter);
  await tx.briefing.deleteMany({ where: { authorId: accountId, isShared: false } }); // nobody else could see it
  await tx.repMailStop.deleteMany(filter);
  await tx.rotaShift.deleteMany(filter);
  await tx.absence.deleteMany(filter);
  await eraseComplaints(tx, { accountId });
  await tx.grant.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: now } });
  await tx.account.update({
    where: { id: accountId },
    data: { emailSealed: null, emailIndex: null, label: null, noticeMails: true, erasedAt: now },
  });
}
