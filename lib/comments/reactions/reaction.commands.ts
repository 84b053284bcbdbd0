import { whyNoReaction } from "@/lib/comments/reactions/reaction.policy";
import { getReactable, participantIdOf } from "@/lib/comments/reactions/reaction.queries";
import type { ReactionInput } from "@/lib/comments/reactions/reaction.schema";
import { db, type Tx } from "@/lib/database/client";
import { Conflict, NeedsPuzzle, NotFound, Refused, TooMany } from "@/lib/errors";
import { hasEndedConsent } from "@/lib/people/participant.queries";
import { participantFor, receiptFor } from "@/lib/people/participant.writes";
import { needsReceipt, type Person } from "@/lib/people/person.policy";
import { consentWording } from "@/lib/people/privacy/consent.rules";
import { isSolved } from "@/lib/security/proof-of-work";
import { isWithinLimit } from "@/lib/security/rate-limit";
import type { ReactionValue } from "@/prisma/generated/enums";

/** A reaction that was counted. The receipt is there for somebody new who came without an account. */
export type Reacted = { participantId: string; alias: string; receipt: string | null };

/**
 * Agrees, disagrees or passes on a comment: one reaction of a person, which a later one replaces. The counts beside the
 * comment, and the support that its thread is sorted by, change in the same transaction.
 * @param client as the front names it
 * @throws NotFound (not published), Refused (closed, their own, or somebody new without a form's number), TooMany,
 *   NeedsPuzzle
 */
export async function react(
  person: Person,
  strategyId: string,
  input: Omit<ReactionInput, "puzzle"> & { puzzle?: string },
  client: string,
): Promise<Reacted> {
  const known = await participantIdOf(person, strategyId);
  const comment = await getReactable(strategyId, input.comment);
  if (!comment) throw new NotFound();
  const refusal = whyNoReaction({ ...comment, isOwn: comment.participantId === known }, new Date());
  if (refusal) throw new Refused(refusal);
  await holdOutScripts(person, known, client, input.puzzle ?? "");
  const receipt = needsReceipt(person, strategyId) && input.formId ? receiptFor(input.formId) : null;
  if (known && (await hasEndedConsent(known))) {
    throw new Refused("You took your agreement back. Agree again under “Your data” on “My comments”, then answer.");
  }
  return db().$transaction(async (tx) => {
    const participant = await participantFor(tx, person, strategyId, receipt ?? undefined);
    if (participant.isNew) {
      const consent = { consentedTo: consentWording, consentedAt: new Date() };
      await tx.participant.update({ where: { id: participant.id }, data: consent });
    }
    await keep(tx, input.comment, participant.id, input.value);
    return { participantId: participant.id, alias: participant.alias, receipt };
  });
}

/**
 * One person's limit; and for people without an account, who cost nothing to make, that of their network. Beyond it each
 * answer takes a puzzle, so that a hall of people goes on and a script grows slow.
 */
async function holdOutScripts(person: Person, known: string | null, client: string, puzzle: string): Promise<void> {
  const isAllowed = known ? await isWithinLimit("reaction", known) : await isWithinLimit("new-participant", client);
  if (!isAllowed) throw new TooMany("That was a lot in a short time. Wait a quarter of an hour, then go on.");
  if (person.accountId) return;
  const isQuiet = await isWithinLimit(known ? "network-reactions" : "network-participants", client);
  if (!isQuiet && !(puzzle && (await isSolved(puzzle)))) throw new NeedsPuzzle();
}

async function keep(tx: Tx, commentId: string, participantId: string, value: ReactionValue): Promise<void> {
  const { count } = await tx.reaction.createMany({
    data: [{ commentId, participantId, value }],
    skipDuplicates: true,
  });
  const before = count === 0 ? await replace(tx, commentId, participantId, value) : null;
  if (before === value) return;
  const change = (of: ReactionValue) => Number(value === of) - Number(before === of);
  // the row of the comment is held until the end, so that counts and support are those of one moment
  const counted = await tx.$executeRaw`
    WITH counted AS (
      UPDATE comments SET agrees = agrees + ${change("agree")}::int, disagrees = disagrees + ${change("disagree")}::int,
        passes = passes + ${change("pass")}::int
      WHERE id = ${commentId} AND state = 'published'
      RETURNING "threadId", "isReply", agrees, agrees + disagrees + passes AS reacted
    ), sorted AS (
      UPDATE threads SET support = wilson(agrees, reacted) FROM counted WHERE id = "threadId" AND NOT "isReply"
    )
    SELECT FROM counted`;
  if (counted === 0) throw new NotFound(); // a rep removed it a moment ago
}

/** Puts a new value in the place of the one that is there. @returns the one that was there */
async function replace(tx: Tx, commentId: string, participantId: string, value: ReactionValue): Promise<ReactionValue> {
  const [row] = await tx.$queryRaw<{ value: ReactionValue }[]>`
    SELECT value FROM reactions WHERE "commentId" = ${commentId} AND "participantId" = ${participantId} FOR UPDATE`;
  if (!row) throw new Conflict("Your answer was taken away a moment ago. Give it again.");
  if (row.value !== value) {
    await tx.reaction.update({ where: { commentId_participantId: { commentId, participantId } }, data: { value } });
  }
  return row.value;
}
