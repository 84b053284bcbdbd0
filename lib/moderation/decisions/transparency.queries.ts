import { listLastLinks } from "@/lib/audit/chain.queries";
import { weekOfEntry } from "@/lib/audit/chain.rules";
import { db } from "@/lib/database/client";
import { startOfWeek } from "@/lib/dates";
import { faultCodes } from "@/lib/moderation/decisions/reason.rules";
import { suppressCount, suppressShare, suppressWait } from "@/lib/moderation/decisions/transparency.rules";
import { Prisma } from "@/prisma/generated/client";
import { type CaseKind, type CommentState, ModerationAction } from "@/prisma/generated/enums";

// A trigger maintains decision_counts: prisma/migrations/20261130000500_decision_counts.

/** Moderation figures of one lead body. Small numbers are null: see transparency.rules.ts. */
export type ModerationFigures = {
  bodyId: string;
  name: string;
  /** Open cases, to the nearest 5. */
  waiting: number | null;
  /** Exact, because the public record shows every decision. */
  actions: { action: ModerationAction; count: number }[];
  /** Until last Sunday, to the nearest 5. Lists every reason, so that none and few appear the same. */
  reasons: { reason: string; count: number | null }[];
  appeals: { decided: number | null; upheldPercent: number | null };
  /** Decisions on reported comments, and the share in which the comment was masked or removed. */
  reports: { decided: number | null; changedPercent: number | null };
  /** Decisions that got a second look, and the share in which the second rep agreed. */
  secondLooks: { decided: number | null; agreedPercent: number | null };
  /** Sealed originals that were opened. */
  originalsOpened: number | null;
  /** The median wait of the last 12 weeks. */
  medianWaitHours: number | null;
  /** The number of decisions, and the hash of the last one, hexadecimal. */
  chain: { length: number; head: string };
};

/** Lead bodies with decisions or open cases, by name. @param bodyId restricts the result to one body */
export async function listModerationFigures(bodyId?: string, now = new Date()): Promise<ModerationFigures[]> {
  const [bodies, counts, chainEnds, waiting, waitingTimes, viewedOriginals] = await Promise.all([
    db().body.findMany({
      where: { id: bodyId, leads: { some: {} } },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
    countDecisions(now, bodyId),
    listLastLinks(),
    countOpenCases(bodyId),
    listWaits(now, bodyId),
    countViewedOriginals(bodyId),
  ]);
  const records = bodies.map(({ id, name }) => {
    const end = chainEnds.find(({ chainId }) => chainId === id);
    const bodyCounts = counts.filter(({ chainId }) => chainId === id);
    const wait = waitingTimes.find((one) => one.bodyId === id) ?? { hours: null, cases: 0 };
    const cases = waiting.find((one) => one.bodyId === id)?.cases ?? 0;
    return {
      hasActivity: cases > 0 || end !== undefined,
      bodyId: id,
      name,
      waiting: suppressCount(cases),
      actions: countByAction(bodyCounts),
      reasons: faultCodes.map((code) => ({
        reason: code,
        count: suppressCount(sum(bodyCounts, ({ reason }) => reason === code, "beforeThisWeek")),
      })),
      appeals: appealFigures(bodyCounts),
      reports: reportFigures(bodyCounts),
      secondLooks: secondLookFigures(bodyCounts),
      originalsOpened: suppressCount(viewedOriginals.find((one) => one.bodyId === id)?.viewed ?? 0),
      medianWaitHours: suppressWait(wait.hours, wait.cases),
      chain: { length: end?.length ?? 0, head: end ? Buffer.from(end.hash).toString("hex") : "" },
    };
  });
  return records.filter(({ hasActivity }) => hasActivity).map(({ hasActivity: _, ...record }) => record);
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
const countDecisions = (now: Date, bodyId?: string) => db().$queryRaw<DecisionCountRow[]>`
  SELECT "chainId", kind, action, reason, sum(count)::int AS count,
    coalesce(sum(count) FILTER (WHERE week < ${startOfWeek(now)}::date), 0)::int AS "beforeThisWeek"
  FROM decision_counts WHERE true ${bodySql('"chainId"', bodyId)} GROUP BY 1, 2, 3, 4`;

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

const bodySql = (column: string, bodyId?: string) =>
  bodyId === undefined ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(column)} = ${bodyId}`;

const countViewedOriginals = (bodyId?: string) => db().$queryRaw<{ bodyId: string; viewed: number }[]>`
  SELECT s."areaId" AS "bodyId", count(*)::int AS viewed
  FROM original_access_requests r JOIN sealed_originals s ON s.id = r."originalId" WHERE r."viewedAt" IS NOT NULL ${bodySql('s."areaId"', bodyId)} GROUP BY 1`;

const countOpenCases = (bodyId?: string) => db().$queryRaw<{ bodyId: string; cases: number }[]>`
  SELECT s."leadBodyId" AS "bodyId", sum(c.open)::int AS cases FROM strategies s
  JOIN (SELECT "strategyId", count(*) AS open FROM cases WHERE state = 'open' GROUP BY 1) c ON c."strategyId" = s.id
  WHERE true ${bodySql('s."leadBodyId"', bodyId)} GROUP BY 1`;

const listWaits = (now: Date, bodyId?: string) => db().$queryRaw<
  { bodyId: string; hours: number | null; cases: number }[]
>`
  SELECT s."leadBodyId" AS "bodyId", count(*)::int AS cases,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM c."decidedAt" - c."openedAt") / 3600) AS hours
  FROM cases c JOIN strategies s ON s.id = c."strategyId"
  WHERE c."decidedAt" > ${new Date(now.getTime() - 84 * 86_400_000)}
    AND c.state = 'decided' AND c.kind IN ('pre_moderation', 'check') ${bodySql('s."leadBodyId"', bodyId)}
  GROUP BY 1`;

/** Whether a body leads a strategy, and so has a record of decisions, which may be empty. */
export async function hasDecisionRecord(bodyId: string): Promise<boolean> {
  return (await db().body.count({ where: { id: bodyId, leads: { some: {} } } })) > 0;
}

/** The public fields of a decision. */
export type DecisionLogEntry = {
  sequence: number;
  week: string;
  action: ModerationAction;
  from: CommentState;
  to: CommentState;
};

export const decisionsPerPage = 20;

/** A page of a body's decisions, newest first. @param before the sequence number of the last one shown */
export async function listDecisionLog(
  bodyId: string,
  before: number | null,
): Promise<{ items: DecisionLogEntry[]; next: number | null }> {
  const rows = await db().decision.findMany({
    where: { chainId: bodyId, ...(before !== null && { sequence: { lt: before } }) },
    orderBy: { sequence: "desc" },
    take: decisionsPerPage + 1,
    select: { sequence: true, decidedAt: true, action: true, fromState: true, toState: true },
  });
  const items = rows.slice(0, decisionsPerPage).map(({ sequence, decidedAt, action, fromState, toState }) => {
    return {
      sequence,
      week: weekOfEntry({ decidedAt: decidedAt.toISOString() }),
      action,
      from: fromState,
      to: toState,
    };
  });
  return { items, next: rows.length > items.length ? (items.at(-1)?.sequence ?? null) : null };
}

/** Where the stored counts of decisions differ from the decisions. */
export async function verifyDecisionCounts(): Promise<
  { chainId: string; action: ModerationAction; stored: number; counted: number }[]
> {
  return db().$queryRaw`
    SELECT "chainId", action, coalesce(k.count, 0) AS stored, coalesce(c.count, 0) AS counted
    FROM decision_counts k FULL JOIN (
      SELECT d."chainId", london_week(d."decidedAt") AS week, c.kind, d.action, coalesce(d.reason, '') AS reason,
        count(*)::int AS count
      FROM decisions d JOIN cases c ON c.id = d."caseId" GROUP BY 1, 2, 3, 4, 5
    ) c USING ("chainId", week, kind, action, reason)
    WHERE k.count IS DISTINCT FROM c.count ORDER BY 1, 2`;
}
