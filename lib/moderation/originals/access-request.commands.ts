import { recordEvent } from "@/lib/audit/record.writes";
import { ownParticipantIds } from "@/lib/comments/own-comment.queries";
import { db, type Tx } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { canSeeOriginals, canShow, whyNotAnswer, whyNotAsk } from "@/lib/moderation/originals/access-request.policy";
import { isUnderWay, stateOf } from "@/lib/moderation/originals/access-request.rules";
import type { AskInput } from "@/lib/moderation/originals/access-request.schema";
import { openAlone, sealAlone } from "@/lib/moderation/originals/envelope-encryption";
import { findOriginal, openingFacts } from "@/lib/moderation/originals/original.queries";
import { isRepFor, type Person } from "@/lib/people/person.policy";

/**
 * Seals the text of a comment as it was before a redaction, under a key of its own. The caller sees to it that the
 * text stays nowhere else.
 */
export async function sealOriginal(
  tx: Tx,
  original: { commentId: string; revision: number; decisionId: string; text: string },
): Promise<void> {
  const { text, ...columns } = original;
  const { participant } = await tx.comment.findUniqueOrThrow({
    where: { id: original.commentId },
    select: { participant: { select: { strategy: { select: { leadBodyId: true } } } } },
  });
  await tx.sealedOriginal.create({ data: { ...columns, ...sealAlone(text), areaId: participant.strategy.leadBodyId } });
}

/** Asks to see a sealed original. @throws NotFound, Refused (it is erased, or somebody has asked) */
export async function askToOpen(person: Person, originalId: string, { why }: AskInput): Promise<void> {
  const ownIds = await ownParticipantIds(person);
  await withOriginal(person, ownIds, originalId, async (tx, original, accountId) => {
    const refusal = whyNotAsk(person, original.facts);
    if (refusal) throw new Refused(refusal);
    const now = new Date();
    if (original.openings.some((one) => isUnderWay(stateOf(one, now))))
      throw new Refused("Somebody has asked to see it already.");
    const here = person.grants.find(({ role, bodyId }) => role === "rep" && bodyId === original.facts.areaId);
    const askedUnion = here?.unionId ?? null;
    await tx.originalOpening.create({ data: { originalId, askedById: accountId, askedUnion, why } });
    await recordEvent(tx, { deed: "originals.ask", accountId, subject: `original:${originalId}` });
  });
}

/** The second person agrees that it is opened, or refuses. @throws NotFound, Refused, Conflict (somebody was first) */
export async function answerOpening(person: Person, originalId: string, openingId: string, isAgreed: boolean) {
  const ownIds = await ownParticipantIds(person);
  await withOriginal(person, ownIds, originalId, async (tx, original, accountId) => {
    const opening = original.openings.find(({ id }) => id === openingId);
    if (!opening) throw new NotFound();
    const facts = openingFacts(opening, new Date());
    if (facts.state !== "waits") throw new Conflict("Somebody was first and answered. Look again.");
    const refusal = whyNotAnswer(person, original.facts, facts);
    if (refusal) throw new Refused(refusal);
    const answered = { answeredById: accountId, answeredAt: new Date(), isAgreed };
    await tx.originalOpening.update({ where: { id: openingId }, data: answered });
    const deed = isAgreed ? "originals.agree" : "originals.refuse";
    await recordEvent(tx, { deed, accountId, subject: `original:${originalId}` });
  });
}

/**
 * Opens it for the one who asked, for a few minutes. The first time is an event of its own, and its author is told
 * that it was opened, and why.
 * @throws NotFound, Refused (it is over, or erased)
 */
export async function showOriginal(person: Person, originalId: string, openingId: string): Promise<string> {
  const ownIds = await ownParticipantIds(person);
  return withOriginal(person, ownIds, originalId, async (tx, original, accountId) => {
    const opening = original.openings.find(({ id }) => id === openingId);
    if (!opening || opening.askedById !== accountId) throw new NotFound();
    const { sealedKey, sealedText, facts, comment } = original;
    if (!isRepFor(person, facts.areaId)) throw new NotFound();
    if (!sealedKey)
      throw new Refused(
        "The key is gone, so nobody can open it any more: its author had it erased, or a year is over.",
      );
    const now = new Date();
    if (!canShow(person, openingFacts(opening, now))) throw new Refused("The time to see it is over. Ask again.");
    if (!opening.shownAt) {
      await tx.originalOpening.update({ where: { id: openingId }, data: { shownAt: now } });
      await recordEvent(tx, { deed: "originals.show", accountId, subject: `original:${originalId}` });
      const told = { participantId: comment.participantId, commentId: comment.id, facts: { opening: openingId } };
      await tx.notice.create({ data: { ...told, kind: "original-opened" } });
    }
    return openAlone({ sealedKey, sealedText });
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof findOriginal>>>;

/** Holds the original while something is done about it, so that two at once come one after the other. */
async function withOriginal<T>(
  person: Person,
  ownIds: string[],
  id: string,
  work: (tx: Tx, original: Found, accountId: string) => Promise<T>,
): Promise<T> {
  const { accountId } = person;
  if (!accountId) throw new NotFound();
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM sealed_originals WHERE id = ${id} FOR UPDATE`;
    const original = await findOriginal(id, ownIds, tx);
    if (!original || !canSeeOriginals(person, original.facts.areaId)) throw new NotFound();
    return work(tx, original, accountId);
  });
}
