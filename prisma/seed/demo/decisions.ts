import { appendDecision } from "@/lib/audit/record.writes";
import type { Tx } from "@/lib/database/client";
import { weekOf } from "@/lib/dates";
import { noticeKind } from "@/lib/moderation/decisions/decision.rules";
import { reasons } from "@/lib/moderation/decisions/reason.rules";
import { redact } from "@/lib/moderation/originals/redaction.writes";
import { dueAt } from "@/lib/moderation/queue/case.rules";
import { keyedHash } from "@/lib/security/encryption";
import type { CommentState, Deed } from "@/prisma/generated/enums";
import { type DemoComment, demoId, demoStrategies, readCast, readComments } from "@/prisma/seed/demo/content";

type Step = { deed: Deed; from: CommentState; to: CommentState; daysLater: number };

/** A case for each comment, and the decisions that brought it where it is, each in its lead body's chain. */
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
      const turn = { bodyId: leadBodyId, week: weekOf(now), accountId: demoId("account", first.key) };
      await tx.rotaTurn.create({ data: turn });
    }
  }
}

/** A publication goes to a rep of another union for a second look: drawn as the job does it, of those that still stand. */
async function seedSecondLook(tx: Tx, strategyId: string, now: Date): Promise<void> {
  const secondLookPercent = 20;
  const { leadBodyId: areaId } = await tx.strategy.update({ where: { id: strategyId }, data: { secondLookPercent } });
  const published = await tx.decision.findMany({
    where: { deed: "publish", case: { strategyId, comment: { state: "published", isRedacted: false } } },
    orderBy: { sequence: "desc" },
  });
  const decision = published.find(({ hash }) => Buffer.from(hash).readUInt32BE(0) * 100 < secondLookPercent * 2 ** 32);
  if (!decision) return;
  const { id: looksAtId, commentId, revision, deciderUnion: firstUnionId } = decision;
  const about = { strategyId, areaId, commentId, revision, looksAtId, firstUnionId };
  const dates = { openedAt: now, dueAt: dueAt("second_look", now) };
  const id = demoId("case", `second-look:${strategyId}`);
  await tx.case.create({ data: { id, kind: "second_look", ...about, ...dates } });
}

type Rep = { key: string; unionId: string | null };

async function seedCase(tx: Tx, strategyId: string, chainId: string, comment: DemoComment, rep: Rep, now: Date) {
  const commentId = demoId("comment", comment.key);
  const caseId = demoId("case", comment.key);
  const sentAt = new Date(now.getTime() - comment.weeksAgo * 7 * 86_400_000 - 2 * 86_400_000);
  const steps = stepsTo(comment);
  const isOpen = comment.state === "held";
  const openedAt = isOpen ? new Date(now.getTime() - (comment.text.length % 4) * 86_400_000) : sentAt;
  const state = isOpen ? "open" : steps.length === 0 ? "lapsed" : "decided";
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
  for (const { deed, from, to, daysLater } of steps) {
    const code = deed === "publish" ? null : (comment.reason ?? "identifies-someone");
    const reason = code !== null && code in reasons ? reasons[code as keyof typeof reasons] : null;
    const { id } = await appendDecision(tx, {
      id: demoId("decision", `${comment.key}:${deed}`),
      decidedAt: new Date(sentAt.getTime() + daysLater * 86_400_000),
      chainId,
      caseId,
      commentId,
      revision: 1,
      deed,
      fromState: from,
      toState: to,
      reason: code,
      reasonVersion: reason?.version ?? null,
      spans: (deed === "redact" && comment.redact) || (deed === "return" && comment.spans) || null,
      textHash: keyedHash("decision-text", comment.text),
      deciderId: demoId("account", rep.key),
      deciderUnion: rep.unionId,
    });
    if (deed === "redact") {
      const original = { commentId, revision: 1, decisionId: id, text: comment.text };
      await redact(tx, { ...original, spans: comment.redact ?? [] });
    }
    const kind = noticeKind("pre_moderation", deed, to);
    if (kind) {
      const createdAt = new Date(sentAt.getTime() + daysLater * 86_400_000);
      const participantId = demoId("participant", comment.by);
      await tx.notice.create({ data: { participantId, commentId, kind, facts: { decision: id }, createdAt } });
    }
    if (comment.toAuthor && deed !== "publish") {
      await tx.decisionNote.create({ data: { decisionId: id, toAuthor: comment.toAuthor } });
    }
  }
}

function stepsTo({ state, redact }: DemoComment): Step[] {
  const publish: Step = { deed: "publish", from: "held", to: "published", daysLater: 1 };
  if (state === "returned") return [{ deed: "return", from: "held", to: "returned", daysLater: 1 }];
  if (state === "rejected") return [{ deed: "reject", from: "held", to: "rejected", daysLater: 1 }];
  if (state === "removed") return [publish, { deed: "remove", from: "published", to: "removed", daysLater: 1.5 }];
  if (state === "published" && redact)
    return [publish, { deed: "redact", from: "published", to: "published", daysLater: 1.5 }];
  return state === "held" ? [] : [publish];
}
