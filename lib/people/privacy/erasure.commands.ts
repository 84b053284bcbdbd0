import { recordAuditEvent } from "@/lib/audit/audit-event.writes";
import { listDraftOwnerIndexes } from "@/lib/comments/drafts/draft.queries";
import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { whyCannotEraseAccount } from "@/lib/people/grant.rules";
import { lockAdminGrants } from "@/lib/people/grant.writes";
import { listOwnParticipantIds } from "@/lib/people/participant.queries";
import { isSignedIn, type Person, visitor } from "@/lib/people/person.policy";
import type { ErasedIds } from "@/lib/people/privacy/erasure.queries";
import {
  deleteReactions,
  eraseAccount,
  eraseComments,
  eraseParticipants,
  erasureTimeout,
  planLeaving,
} from "@/lib/people/privacy/erasure.writes";

/**
 * Erases a person's data at once: the choices beside their comments, text that is not public, their reactions, address
 * and receipt, and the links between their aliases. Published text goes with one of the next three editions of its
 * strategy, and leaves a tombstone, so that replies still make sense. Decisions stay: they hold only hashes.
 * @throws NotFound (nobody is signed in), RuleViolation (the only admin), Conflict (a rep decided on one of the comments
 *   at the same moment)
 */
export async function erasePerson(person: Person): Promise<{ comments: number; reactions: number }> {
  if (!isSignedIn(person)) throw new NotFound();
  const ids = await listOwnParticipantIds(person);
  const drafts = await listDraftOwnerIndexes(person);
  return db().$transaction(async (tx) => {
    const whyNot = person.accountId && whyCannotEraseAccount(person.accountId, await lockAdminGrants(tx, new Date()));
    if (whyNot) throw new RuleViolation(whyNot);
    const comments = await eraseComments(tx, ids, await planLeaving(tx, ids));
    const reactions = await deleteReactions(tx, ids);
    await tx.draft.deleteMany({ where: { ownerIndex: { in: drafts } } });
    await eraseParticipants(tx, ids);
    if (person.accountId) await eraseAccount(tx, person.accountId);
    // records that somebody was erased, and how much, but not who
    await recordAuditEvent(tx, {
      action: "people.erase",
      accountId: null,
      subject: "person",
      details: { comments, reactions },
    });
    return { comments, reactions };
  }, erasureTimeout);
}

/**
 * Repeats, after an older backup was restored, the erasures made since that backup. Ids that the database does not have
 * are skipped: they are newer than the backup. Safe to repeat.
 */
export async function reapplyErasures({ accounts, participants }: ErasedIds): Promise<void> {
  for (const id of participants) {
    const strategyId = (await db().participant.findUnique({ where: { id } }))?.strategyId ?? null;
    const drafts = await listDraftOwnerIndexes({ ...visitor, participantId: id, participantStrategyId: strategyId });
    await db().$transaction(async (tx) => {
      await tx.draft.deleteMany({ where: { ownerIndex: { in: drafts } } });
      await eraseComments(tx, [id]);
      await deleteReactions(tx, [id]);
      await eraseParticipants(tx, [id]);
      await tx.participant.updateMany({ where: { id }, data: { leavesAtEdition: null } });
    }, erasureTimeout);
  }
  for (const id of accounts) {
    if ((await db().account.count({ where: { id } })) === 0) continue;
    await db().draft.deleteMany({
      where: { ownerIndex: { in: await listDraftOwnerIndexes({ ...visitor, accountId: id }) } },
    });
    await db().$transaction((tx) => eraseAccount(tx, id));
  }
}
