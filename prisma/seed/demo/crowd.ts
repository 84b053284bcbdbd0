import { appendDecisions } from "@/lib/audit/chain.writes";
import type { Tx } from "@/lib/database/client";
import { addDays, endOfDay, isoDay, startOfDay } from "@/lib/dates";
import { inTurns } from "@/lib/in-turns";
import { addJob } from "@/lib/jobs/queue";
import { noticeKind } from "@/lib/moderation/decisions/decision.rules";
import { keyedHash } from "@/lib/security/encryption";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { writeEdition } from "@/lib/summaries/editions/edition.writes";
import type { PrismaClient } from "@/prisma/generated/client";
import { bulkInsert } from "@/prisma/seed/demo/bulk-insert";
import { demoId, demoStrategies } from "@/prisma/seed/demo/content";
import { crowdAreas } from "@/prisma/seed/demo/crowd/crowd-areas";
import {
  seedAnswersOfCrowd,
  seedDanger,
  seedResponsesOfCrowd,
  seedSecondVersion,
} from "@/prisma/seed/demo/crowd/crowd-events";
import { type CrowdComment, type CrowdPlan, crowdWeeks, planCrowd } from "@/prisma/seed/demo/crowd/crowd-plan";
import {
  decidedAt,
  insertCrowd,
  type PlannedReaction,
  planReactions,
  weeksBefore,
} from "@/prisma/seed/demo/crowd/crowd-rows";
import { insertStaff, repsOf } from "@/prisma/seed/demo/crowd/crowd-staff";
import { insertReleases } from "@/prisma/seed/demo/crowd/prepared-releases";
import { seedDecisions } from "@/prisma/seed/demo/decisions";
import { seedPeopleAndComments, seedWhatFollowed } from "@/prisma/seed/demo/stages";

/** `onWeek`: called when the editions of a week are made, before those of the next: the releases are prepared there. */
export type CrowdOptions = { onWeek?: (now: Date, weeksAgo: number) => Promise<void> };

/**
 * The demonstration with its crowd: twelve weeks, one after another, in each of which reps decide, people react and every
 * strategy has an edition. Then releases, answers, responses and a second version.
 */
export async function seedCrowd(db: PrismaClient, now: Date, { onWeek }: CrowdOptions): Promise<void> {
  const plan = planCrowd();
  const reactions = planReactions(plan);
  const inOne = <T>(work: (tx: Tx) => Promise<T>) => db.$transaction(work, { timeout: 600_000 });
  const leads = await inOne(async (tx) => {
    await seedPeopleAndComments(tx, now);
    await openStrategies(tx, now);
    // they wait for the edition of their week
    await tx.comment.updateMany({
      where: { strategyId: { in: [...demoStrategies] }, state: "published" },
      data: { state: "held" },
    });
    await insertStaff(tx);
    await insertCrowd(tx, plan, now);
    return new Map((await tx.strategy.findMany()).map(({ id, leadBodyId }) => [id, leadBodyId]));
  });
  const first = Math.max(...crowdAreas.map(({ endedWeeksAgo }) => endedWeeksAgo)) + crowdWeeks - 1;
  for (let weeksAgo = first; weeksAgo >= 0; weeksAgo--) {
    await eachStrategy(openAreas(weeksAgo), async ({ strategyId, endedWeeksAgo }) => {
      const week = {
        ...{ strategyId, chainId: leads.get(strategyId) ?? "", now, weeksAgo },
        isLast: weeksAgo === endedWeeksAgo,
      };
      await inOne((tx) => seedWeek(tx, plan, reactions, week));
      if (week.isLast && weeksAgo > 0) await makeEdition(strategyId, weeksBefore(now, weeksAgo));
    });
    await onWeek?.(weeksBefore(now, weeksAgo), weeksAgo);
  }
  await inOne(async (tx) => {
    await seedWhatFollowed(tx, now);
    await seedResponsesOfCrowd(tx, now);
    await seedAnswersOfCrowd(tx, now);
    await seedDanger(tx);
    if (!onWeek) await insertReleases(tx, now);
    await addJob(tx, "make-release", {}); // opinion groups take a minute, so the server finds them in the background
  });
  await eachStrategy(openAreas(0), async ({ strategyId }) => {
    await makeEdition(strategyId, now);
  });
  await seedSecondVersion();
}

/** The dates of the strategies, and of the first versions, which opened them. A closed one ended before its last edition. */
async function openStrategies(tx: Tx, now: Date): Promise<void> {
  for (const { strategyId, endedWeeksAgo } of crowdAreas) {
    const opensAt = startOfDay(isoDay(weeksBefore(now, endedWeeksAgo + crowdWeeks)));
    const closesAt = endOfDay(
      endedWeeksAgo > 0 ? addDays(isoDay(weeksBefore(now, endedWeeksAgo)), -1) : isoDay(weeksBefore(now, -8)),
    );
    await tx.strategy.update({
      where: { id: strategyId },
      data: { phase: endedWeeksAgo > 0 ? "closed" : "open", opensAt, closesAt },
    });
    await tx.version.updateMany({ where: { strategyId, number: 1 }, data: { publishedAt: opensAt } });
  }
}

/** The strategies that were open in a week. */
const openAreas = (weeksAgo: number) =>
  crowdAreas.filter(({ endedWeeksAgo: last }) => weeksAgo >= last && weeksAgo < last + crowdWeeks);

/** Strategies share no rows, so three are written at the same time. */
const eachStrategy = <Area>(areas: readonly Area[], write: (area: Area) => Promise<void>) => inTurns(areas, write, 3);

type Week = { strategyId: string; chainId: string; now: Date; weeksAgo: number; isLast: boolean };

/** What happened to a strategy in a week: decisions, reactions, and its edition, of which the last is made later. */
async function seedWeek(tx: Tx, plan: CrowdPlan, reactions: readonly PlannedReaction[], week: Week): Promise<void> {
  const { strategyId, now, weeksAgo } = week;
  const isNow = (one: { strategyId: string; weeksAgo: number }) =>
    one.strategyId === strategyId && one.weeksAgo === weeksAgo;
  const comments = plan.comments.filter(isNow);
  await seedDecisions(tx, now, { strategyId, weeksAgo });
  await appendDecisions(
    tx,
    week.chainId,
    comments.map((comment, at) => toDecision(comment, at, week)),
  );
  await insertNotices(tx, comments, now);
  await tx.$executeRaw`
    UPDATE comments SET state = 'ready', "readyAt" = ${decidedAt(now, weeksAgo)}
    WHERE "strategyId" = ${strategyId} AND state = 'held'
      AND (id = ANY(${comments.map(({ key }) => demoId("comment", key))})
        OR week = date_trunc('week', ${weeksBefore(now, weeksAgo)}::timestamp)::date)`;
  const rows = reactions
    .filter(isNow)
    .map(({ commentId, participantId, value }) => ({ commentId, participantId, value }));
  await bulkInsert(tx, "reactions", rows);
  if (!week.isLast) await writeEdition(tx, strategyId, weeksBefore(now, weeksAgo), { isFollowed: true });
}

/** A rep published it. What one rep recorded at a meeting, another decides. */
function toDecision(comment: CrowdComment, at: number, { chainId, now }: Week) {
  const reps = repsOf(chainId);
  const rep = comment.source === "meeting_record" ? reps[1] : reps[at % reps.length];
  if (!rep) throw new Error(`no rep for ${comment.strategyId}`);
  return {
    id: demoId("decision", `${comment.key}:publish`),
    decidedAt: decidedAt(now, comment.weeksAgo),
    chainId,
    caseId: demoId("case", comment.key),
    commentId: demoId("comment", comment.key),
    revision: 1,
    action: "publish" as const,
    fromState: "held" as const,
    toState: "ready" as const,
    reason: null,
    reasonVersion: null,
    spans: null,
    textHash: keyedHash("decision-text", comment.text),
    deciderId: rep.accountId,
    deciderUnion: rep.grants[0]?.unionId ?? null,
  };
}

async function insertNotices(tx: Tx, comments: readonly CrowdComment[], now: Date): Promise<void> {
  const kind = noticeKind("pre_moderation", "publish", "ready");
  if (!kind) return;
  await tx.notice.createMany({
    data: comments.map(({ key, by, weeksAgo }) => ({
      participantId: demoId("participant", by),
      commentId: demoId("comment", key),
      kind,
      facts: { decision: demoId("decision", `${key}:publish`) },
      createdAt: decidedAt(now, weeksAgo),
      emailProcessedAt: decidedAt(now, weeksAgo),
    })),
  });
}
