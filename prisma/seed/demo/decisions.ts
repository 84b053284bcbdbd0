import { appendDecisions } from "@/lib/audit/chain.writes";
import type { Tx } from "@/lib/database/client";
import { startOfWeek } from "@/lib/dates";
import { noticeKind } from "@/lib/moderation/decisions/decision.rules";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { redactComment } from "@/lib/moderation/originals/redaction.writes";
import { dueAt } from "@/lib/moderation/queue/case.rules";
import { keyedHash } from "@/lib/security/encryption";
import type { CommentState, ModerationAction } from "@/prisma/generated/enums";
import { bulkInsert } from "@/prisma/seed/demo/bulk-insert";
import { type DemoComment, demoId, demoStrategies, readCast, readComments } from "@/prisma/seed/demo/content";

type Transition = { action: ModerationAction; from: CommentState; to: CommentState; daysLater: number };

/**
 * A case for each comment, with the decisions that led to its state, in its lead body's chain.
 * @param only of the comments on one strategy in one week
 */
export async function seedDecisions(tx: Tx, now: Date, only: { strategyId: string; weeksAgo: number } | null = null) {
  for (const strategyId of demoStrategies) {
    if (only && only.strategyId !== strategyId) continue;
    const { leadBodyId, reps } = await readLead(tx, strategyId);
    const oldestFirst = readComments(strategyId).toSorted((a, b) => b.weeksAgo - a.weeksAgo);
    const cases = oldestFirst.flatMap((comment, index) => {
      const rep = reps[index % reps.length];
      return rep && (only === null || comment.weeksAgo === only.weeksAgo) ? [{ comment, rep }] : [];
    });
    await seedCases(tx, strategyId, leadBodyId, cases, now);
  }
}

/** A second look in each area, and who is on the rota. After the decisions. */
export async function seedSecondLooks(tx: Tx, now: Date): Promise<void> {
  for (const strategyId of demoStrategies) {
    const { leadBodyId, reps } = await readLead(tx, strategyId);
    await seedSecondLook(tx, strategyId, now);
    const [first] = reps;
    if (first) {
      const shift = { bodyId: leadBodyId, week: startOfWeek(now), accountId: demoId("account", first.key) };
      await tx.rotaShift.create({ data: shift });
    }
  }
}

async function readLead(tx: Tx, strategyId: string) {
  const { leadBodyId } = await tx.strategy.findUniqueOrThrow({
    where: { id: strategyId },
    select: { leadBodyId: true },
  });
  const reps = readCast().people.filter(({ role, bodyId }) => role === "rep" && bodyId === leadBodyId);
  return { leadBodyId, reps };
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

type CaseToSeed = { comment: DemoComment; rep: Rep };

const sentAt = ({ weeksAgo }: DemoComment, now: Date) =>
  new Date(now.getTime() - weeksAgo * 7 * 86_400_000 - 2 * 86_400_000);

async function seedCases(tx: Tx, strategyId: string, chainId: string, cases: readonly CaseToSeed[], now: Date) {
  const decisions = cases.flatMap((one) => decisionsOf(one, chainId, now));
  await bulkInsert(
    tx,
    "cases",
    cases.map(({ comment }) => caseRow(comment, strategyId, chainId, now)),
  );
  await appendDecisions(
    tx,
    chainId,
    decisions.map(({ decision }) => decision),
  );
  const notices = decisions.flatMap(({ comment, decision }) => {
    const kind = noticeKind("pre_moderation", decision.action, decision.toState);
    if (!kind) return [];
    const participantId = demoId("participant", comment.by);
    const facts = { decision: decision.id };
    return { participantId, commentId: decision.commentId, kind, facts, createdAt: decision.decidedAt };
  });
  await tx.notice.createMany({ data: notices });
  const notes = decisions.flatMap(({ comment: { toAuthor }, decision: { id, action } }) =>
    toAuthor && action !== "publish" ? [{ decisionId: id, toAuthor }] : [],
  );
  await tx.decisionNote.createMany({ data: notes });
  for (const { comment, decision } of decisions) {
    if (decision.action !== "redact") continue;
    const original = { commentId: decision.commentId, revision: 1, decisionId: decision.id, text: comment.text };
    await redactComment(tx, { ...original, spans: comment.redact ?? [] });
  }
}

function caseRow(comment: DemoComment, strategyId: string, areaId: string, now: Date) {
  const isOpen = comment.state === "held";
  const openedAt = isOpen ? new Date(now.getTime() - (comment.text.length % 4) * 86_400_000) : sentAt(comment, now);
  return {
    id: demoId("case", comment.key),
    kind: "pre_moderation",
    state: isOpen ? "open" : transitionsTo(comment).length === 0 ? "lapsed" : "decided",
    strategyId,
    areaId,
    commentId: demoId("comment", comment.key),
    revision: 1,
    openedAt,
    dueAt: dueAt("pre_moderation", openedAt),
  };
}

function decisionsOf({ comment, rep }: CaseToSeed, chainId: string, now: Date) {
  return transitionsTo(comment).map(({ action, from, to, daysLater }) => {
    const code = action === "publish" ? null : (comment.reason ?? "identifies-someone");
    const reason = code !== null && code in reasons ? reasons[code as keyof typeof reasons] : null;
    const decision = {
      id: demoId("decision", `${comment.key}:${action}`),
      decidedAt: new Date(sentAt(comment, now).getTime() + daysLater * 86_400_000),
      chainId,
      caseId: demoId("case", comment.key),
      commentId: demoId("comment", comment.key),
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
    };
    return { comment, decision };
  });
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
