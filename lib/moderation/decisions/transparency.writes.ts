import type { Tx } from "@/lib/database/client";
import { startOfWeek } from "@/lib/dates";
import { faultCodes } from "@/lib/moderation/decisions/reason.rules";
import { suppressCount, suppressShare, suppressWait } from "@/lib/moderation/decisions/transparency.rules";
import type { ModerationFigures } from "@/lib/moderation/decisions/transparency.schema";
import { type CaseKind, ModerationAction } from "@/prisma/generated/enums";

// A trigger maintains decision_counts: prisma/migrations/20261130180100_public_record.

/**
 * Computes the moderation figures of a lead body and stores them for everybody to see. A step of an edition, after its
 * decisions are in the record.
 */
export async function writeModerationFigures(tx: Tx, bodyId: string, now: Date): Promise<void> {
  // one by one: a transaction has one connection
  const counts = await countDecisions(tx, now, bodyId);
  const last = await tx.recordEntry.findFirst({
    where: { chainId: bodyId },
    orderBy: { number: "desc" },
    select: { number: true, hash: true },
  });
  const waiting = await tx.case.count({ where: { state: "open", strategy: { leadBodyId: bodyId } } });
  const wait = await getMedianWait(tx, now, bodyId);
  const opened = await tx.originalAccessRequest.count({
    where: { viewedAt: { not: null }, original: { areaId: bodyId } },
  });
  if (waiting === 0 && last === null) return;
  const figures: ModerationFigures = {
    waiting: suppressCount(waiting),
    actions: countByAction(counts),
    reasons: faultCodes.map((code) => ({
      reason: code,
      count: suppressCount(sum(counts, ({ reason }) => reason === code, "beforeThisWeek")),
    })),
    appeals: appealFigures(counts),
    reports: reportFigures(counts),
    secondLooks: secondLookFigures(counts),
    originalsOpened: suppressCount(opened),
    medianWaitHours: suppressWait(wait.hours, wait.cases),
    chain: { length: last?.number ?? 0, head: last ? Buffer.from(last.hash).toString("hex") : "" },
  };
  await tx.moderationFigures.upsert({ where: { bodyId }, create: { bodyId, figures }, update: { figures } });
}

/** `beforeThisWeek` counts those decided before this week. */
type DecisionCountRow = {
  chainId: string;
  kind: CaseKind;
  action: ModerationAction;
  reason: string;
  count: number;
  beforeThisWeek: number;
};

/** Reads the counts that a trigger maintains, so that the cost does not grow with the number of decisions. */
const countDecisions = (tx: Tx, now: Date, bodyId: string) => tx.$queryRaw<DecisionCountRow[]>`
  SELECT "chainId", kind, action, reason, sum(count)::int AS count,
    coalesce(sum(count) FILTER (WHERE week < ${startOfWeek(now)}::date), 0)::int AS "beforeThisWeek"
  FROM decision_counts WHERE "chainId" = ${bodyId} GROUP BY 1, 2, 3, 4`;

const sum = (
  counts: DecisionCountRow[],
  wanted: (one: DecisionCountRow) => boolean,
  of: "count" | "beforeThisWeek" = "count",
): number => counts.filter(wanted).reduce((all, one) => all + one[of], 0);

const countByAction = (counts: DecisionCountRow[]): ModerationFigures["actions"] =>
  Object.values(ModerationAction)
    .map((action) => ({ action, count: sum(counts, (one) => one.action === action) }))
    .filter(({ count }) => count > 0);

function secondLookFigures(counts: DecisionCountRow[]): ModerationFigures["secondLooks"] {
  const agreed = sum(counts, ({ action }) => action === "agree");
  const decided = agreed + sum(counts, ({ action }) => action === "disagree");
  return { decided: suppressCount(decided), agreedPercent: suppressShare(agreed, decided) };
}

function appealFigures(counts: DecisionCountRow[]): ModerationFigures["appeals"] {
  const of = counts.filter(({ kind }) => kind === "appeal" || kind === "sanction_appeal");
  const upheld = sum(of, ({ action }) => action === "uphold");
  const decided = upheld + sum(of, ({ action }) => action === "dismiss");
  return { decided: suppressCount(decided), upheldPercent: suppressShare(upheld, decided) };
}

function reportFigures(counts: DecisionCountRow[]): ModerationFigures["reports"] {
  const of = counts.filter(({ kind }) => kind === "report" || kind === "illegal");
  const changed = sum(of, ({ action }) => action === "redact" || action === "remove");
  const decided = changed + sum(of, ({ action }) => action === "publish" || action === "dismiss");
  return { decided: suppressCount(decided), changedPercent: suppressShare(changed, decided) };
}

async function getMedianWait(tx: Tx, now: Date, bodyId: string): Promise<{ hours: number | null; cases: number }> {
  const since = new Date(now.getTime() - 84 * 86_400_000);
  const [row] = await tx.$queryRaw<{ hours: number | null; cases: number }[]>`
    SELECT count(*)::int AS cases, percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS hours FROM (
      SELECT extract(epoch FROM c."decidedAt" - c."openedAt")::float / 3600 AS hours
      FROM cases c JOIN strategies s ON s.id = c."strategyId"
      WHERE c."decidedAt" > ${since} AND NOT c."isWaitStored"
        AND c.state = 'decided' AND c.kind IN ('pre_moderation', 'check') AND s."leadBodyId" = ${bodyId}
      UNION ALL
      SELECT w.hours FROM waiting_times w JOIN strategies s ON s.id = w."strategyId"
      WHERE w.week > ${since} AND w.kind IN ('pre_moderation', 'check') AND s."leadBodyId" = ${bodyId}
    ) waits`;
  return row ?? { hours: null, cases: 0 };
}
