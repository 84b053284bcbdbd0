import { appendDecision } from "@/lib/audit/chain.writes";
import type { Tx } from "@/lib/database/client";
import { startOfWeek } from "@/lib/dates";
import { noticeKind } from "@/lib/moderation/decisions/decision.rules";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { redactComment } from "@/lib/moderation/originals/redaction.writes";
import { dueAt } from "@/lib/moderation/queue/case.rules";
import { keyedHash } from "@/lib/security/encryption";
import type { CommentState, ModerationAction } from "@/prisma/generated/enums";
import { type DemoComment, demoId, demoStrategies, readCast, readComments } from "@/prisma/seed/demo/content";

type Transition = { action: ModerationAction; from: CommentState; to: CommentState; daysLater: number };

/** A case for each comment, with the decisions that led to its state, in its lead body's chain. */
export async function seedDecisions(tx: Tx, now: Date): Promise<void> {
  for (const strategyId of demoStrategies) {
    const { leadBodyId } = await tx.strategy.findUniqueOrThrow({
      where: { id: strategyId },
      select: { leadBodyId: true },
    });
    const reps = readCast().people.filter(({ role, bodyId }) => role === "rep" && bodyId === leadBodyId);
    const oldestFirst = readComments(strategyId).toSorted((a, b) => b.weeksAgo - a.weeksAgo);
    for (const [index, comment] of oldestFirst.entries()) {
      const rep = reps[index % reps.length];
      if (rep) await seedCase(tx, strategyId, leadBodyId, comment, rep, now);
    }
    await seedSecondLook(tx, strategyId, now);
    const [first] = reps;
    if (first) {
      const shift = { bodyId: leadBodyId, week: startOfWeek(now), accountId: demoId("account", first.key) };
      await tx.rotaShift.create({ data: shift });
    }
  }
}

/** Draws one decision that still applies for a second look by a rep of another union, as the job does. */
async function seedSecondLook(tx: Tx, strategyId: string, now: Date): Promise<void> {
  const secondLookPercent = 20;
  const { leadBodyId: areaId } = await tx.strategy.update({ where: { id: strategyId }, data: { secondLookPercent } });
  const published = await tx.decision.findMany({
    where: { action: "publish", case: { strategyId, comment: { state: "published", isRedacted: false } } },
    orderBy: { sequence: "desc" },
  });
  const decision = published.find(({ hash }) => Buffer.from(hash).readUInt32BE(0) * 100 < secondLookPercent * 2 ** 32);
  if (!decision) return;
  const { id: reviewedDecisionId, commentId, revision, deciderUnion: deciderUnionId } = decision;
  const caseDetails = { strategyId, areaId, commentId, revision, reviewedDecisionId, deciderUnionId };
  const dates = { openedAt: now, dueAt: dueAt("second_look", now) };
  const id = demoId("case", `second-look:${strategyId}`);
  await tx.case.create({ data: { id, kind: "second_look", ...caseDetails, ...dates } });
}

type Rep = { key: string; unionId: string | null };

async function seedCase(tx: Tx, strategyId: string, chainId: string, comment: DemoComment, rep: Rep, now: Date) {
  const commentId = demoId("comment", comment.key);
  const caseId = demoId("case", comment.key);
  const sentAt = new Date(now.getTime() - comment.weeksAgo * 7 * 86_400_000 - 2 * 86_400_000);
  const transitions = transitionsTo(comment);
  const isOpen = comment.state === "held";
  const openedAt = isOpen ? new Date(now.getTime() - (comment.text.length % 4) * 86_400_000) : sentAt;
  const state = isOpen ? "open" : transitions.length === 0 ? "lapsed" : "decided";
  await tx.case.create({
    data: {
      id: caseId,
      kind: "pre_moderation",
      state,
      strategyId,
      areaId: chainId,
      commentId,
      revision: 1,
      openedAt,
      dueAt: dueAt("pre_moderation", openedAt),
    },
  });
  for (const { action, from, to, daysLater } of transitions) {
    const code = action === "publish" ? null : (comment.reason ?? "identifies-someone");
    const reason = code !== null && code in reasons ? reasons[code as keyof typeof reasons] : null;
    const { id } = await appendDecision(tx, {
      id: demoId("decision", `${comment.key}:${action}`),
      decidedAt: new Date(sentAt.getTime() + daysLater * 86_400_000),
      chainId,
      caseId,
      commentId,
      revision: 1,
      action,
      fromState: from,
      toState: to,
      reason: code,
      reasonVersion: reason?.version ?? null,
      spans: (action === "redact" && comment.redact) || (action === "return" && comment.spans) || null,
      textHash: keyedHash("decision-text", comment.text),
      deciderId: demoId("account", rep.key),
      deciderUnion: rep.unionId,
    });
    if (action === "redact") {
      const original = { commentId, revision: 1, decisionId: id, text: comment.text };
      await redactComment(tx, { ...original, spans: comment.redact ?? [] });
    }
    const kind = noticeKind("pre_moderation", action, to);
    if (kind) {
      const createdAt = new Date(sentAt.getTime() + daysLater * 86_400_000);
      const participantId = demoId("participant", comment.by);
      await tx.notice.create({ data: { participantId, commentId, kind, facts: { decision: id }, createdAt } });
    }
    if (comment.toAuthor && action !== "publish") {
      await tx.decisionNote.create({ data: { decisionId: id, toAuthor: comment.toAuthor } });
    }
  }
}

function transitionsTo({ state, redact }: DemoComment): Transition[] {
  const publish: Transition = { action: "publish", from: "held", to: "published", daysLater: 1 };
  if (state === "returned") return [{ action: "return", from: "held", to: "returned", daysLater: 1 }];
  if (state === "rejected") return [{ action: "reject", from: "held", to: "rejected", daysLater: 1 }];
  if (state === "removed") return [publish, { action: "remove", from: "published", to: "removed", daysLater: 1.5 }];
  if (state === "published" && redact)
    return [publish, { action: "redact", from: "published", to: "published", daysLater: 1.5 }];
  return state === "held" ? [] : [publish];
}
