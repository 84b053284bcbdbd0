import { appendDecision } from "@/lib/audit/commands";
import { foundationOf, ownParticipantIds } from "@/lib/comments/queries";
import { db, markStale, type Tx } from "@/lib/db";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { weekOf } from "@/lib/format";
import { whyNotDecide } from "@/lib/moderation/policy";
import { labelsOf, visibleTo } from "@/lib/moderation/queries";
import { findMove, reasons } from "@/lib/moderation/rules";
import type { DecisionInput } from "@/lib/moderation/schema";
import type { Person } from "@/lib/people/policy";
import { keyedHash } from "@/lib/secrets";
import { tally } from "@/lib/summaries/tallies/commands";

/**
 * Decides a case: the comment moves, the case closes, the decision joins the chain, the author has a notice, all or
 * nothing.
 * @throws NotFound (no such case for this person), Refused (a guard, or no such move), Conflict (somebody was first;
 *   the message says who decided what)
 */
export async function decide(person: Person, caseId: string, input: DecisionInput): Promise<void> {
  const { accountId } = person;
  if (!accountId) throw new NotFound();
  const ownIds = await ownParticipantIds(person);
  await db().$transaction(async (tx) => {
    const found = await findCase(tx, person, caseId);
    const { comment, strategy } = found;
    const { leadBodyId } = strategy;
    const refusal = whyNotDecide(person, { leadBodyId, isOwn: ownIds.includes(comment.participantId) });
    if (refusal) throw new Refused(refusal);
    if (found.state !== "open" || comment.version !== input.version) throw await whoWasFirst(tx, caseId);
    const move = findMove(comment.state, input.deed);
    if (!move) throw new Refused("That cannot be done to this comment as it stands.");
    if (move.needsReason && !input.reason) throw new Refused("Choose a reason. The author is told it.");

    const now = new Date();
    const text = comment.revisions[0]?.text ?? "";
    const isFirstTime = move.to === "published" && comment.state !== "published";
    const { count } = await tx.comment.updateMany({
      where: { id: comment.id, version: input.version, state: move.from, revision: found.revision },
      data: {
        state: move.to,
        version: { increment: 1 },
        ...(isFirstTime && { text, week: comment.week ?? weekOf(now) }),
        ...(move.to === "removed" && { text: "" }),
      },
    });
    if (count === 0) throw await whoWasFirst(tx, caseId);
    await tx.case.update({
      where: { id: caseId },
      data: { state: "decided", decidedAt: now, claimedById: null, claimedUntil: null },
    });
    const reason = input.reason && reasons[input.reason];
    const grant = person.grants.find(({ role, bodyId }) => role === "rep" && bodyId === leadBodyId);
    const decision = await appendDecision(tx, {
      chainId: leadBodyId,
      caseId,
      commentId: comment.id,
      revision: found.revision,
      deed: input.deed,
      fromState: move.from,
      toState: move.to,
      reason: input.reason,
      reasonVersion: reason ? reason.version : null,
      spans: null,
      textHash: keyedHash("decision-text", text),
      deciderId: accountId,
      deciderUnion: grant?.unionId ?? null,
    });
    if (input.note || input.toAuthor) {
      await tx.decisionNote.create({
        data: { decisionId: decision.id, toAuthor: input.toAuthor, private: input.note },
      });
    }
    await tx.notice.create({
      data: {
        participantId: comment.participantId,
        commentId: comment.id,
        kind: `comment-${move.to}`,
        facts: { decision: decision.id },
      },
    });
    await showChange(tx, comment, move.from, move.to, now);
  });
}

async function findCase(tx: Tx, person: Person, caseId: string) {
  const found = await tx.case.findFirst({
    where: { id: caseId, ...visibleTo(person) },
    select: { state: true, revision: true, commentId: true, strategy: { select: { leadBodyId: true } } },
  });
  if (!found) throw new NotFound();
  const comment = await tx.comment.findUniqueOrThrow({
    where: { id: found.commentId },
    select: {
      id: true,
      state: true,
      version: true,
      isReply: true,
      threadId: true,
      strategyId: true,
      participantId: true,
      lepId: true,
      stance: true,
      week: true,
      themes: { select: { themeId: true } },
      thread: { select: { sectionId: true, week: true } },
      revisions: { where: { number: found.revision }, select: { text: true } },
    },
  });
  return { ...found, comment };
}
type FoundComment = Awaited<ReturnType<typeof findCase>>["comment"];

/** Keeps what lists and pages show in step with the comment's move. */
async function showChange(tx: Tx, comment: FoundComment, from: string, to: string, now: Date): Promise<void> {
  const published = Number(to === "published") - Number(from === "published");
  const { threadId, strategyId, thread, lepId } = comment;
  if (comment.isReply && published !== 0) {
    await tx.thread.update({ where: { id: threadId }, data: { replyCount: { increment: published } } });
  }
  if (!comment.isReply && published === 1 && !thread.week) {
    await tx.thread.update({ where: { id: threadId }, data: { week: weekOf(now) } });
  }
  const foundationId = await foundationOf(strategyId, thread.sectionId, tx);
  const themeIds = comment.themes.map(({ themeId }) => themeId);
  const counted = { strategyId, lepId, sectionId: thread.sectionId, foundationId, stance: comment.stance, themeIds };
  await tally(tx, counted, {
    comments: published,
    threads: comment.isReply ? 0 : published,
    waiting: Number(to === "held") - Number(from === "held"),
  });
  await markStale(tx, `strategy:${strategyId}`, `thread:${threadId}`, ...(lepId ? [`body:${lepId}`] : []));
}

const deedWords: Record<string, string> = {
  publish: "published it",
  return: "returned it to its author",
  reject: "did not publish it",
  redact: "masked some of its words",
  remove: "removed it",
};

/** What to tell the second of two who decide at once. */
async function whoWasFirst(tx: Tx, caseId: string): Promise<Conflict> {
  const decision = await tx.decision.findFirst({
    where: { caseId },
    orderBy: { sequence: "desc" },
    select: { deed: true, deciderId: true },
  });
  if (!decision) return new Conflict("The author changed or withdrew this comment while you read it. Look again.");
  const who = (await labelsOf([decision.deciderId], tx)).get(decision.deciderId) ?? "Another rep";
  return new Conflict(
    `${who} was first and ${deedWords[decision.deed] ?? "decided this case"}. Nothing of yours was saved.`,
  );
}
