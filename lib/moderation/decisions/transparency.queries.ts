import { listLastLinks } from "@/lib/audit/chain.queries";
import { weekOfEntry } from "@/lib/audit/chain.rules";
import { db } from "@/lib/database/client";
import { weekOf } from "@/lib/dates";
import { faultCodes } from "@/lib/moderation/decisions/reason.rules";
import { shownCount, shownShare, shownWait } from "@/lib/moderation/decisions/transparency.rules";
import { Prisma } from "@/prisma/generated/client";
import { type CaseKind, type CommentState, Deed } from "@/prisma/generated/enums";

/** How one lead body's threads are moderated. Small numbers are null; see rules. */
export type BodyRecord = {
  bodyId: string;
  name: string;
  /** Cases that wait for a rep, to the nearest 5. */
  waiting: number | null;
  /** As often as the public record says. */
  deeds: { deed: Deed; count: number }[];
  /** Until last Sunday, to the nearest 5: every reason, so that none and few look the same. */
  reasons: { reason: string; count: number | null }[];
  appeals: { decided: number | null; upheldPercent: number | null };
  /** Comments that people reported and a rep decided on; in how many of these words were masked, or it was removed. */
  reports: { decided: number | null; changedPercent: number | null };
  /** Decisions that a rep of another union looked at again, and in how many per cent of them the two agreed. */
  secondLooks: { decided: number | null; agreedPercent: number | null };
  /** Sealed originals that two people opened. */
  originalsOpened: number | null;
  /** Half of the comments waited no longer, in the last 12 weeks. */
  medianWaitHours: number | null;
  /** length: decisions so far; head: hash of the last one, hexadecimal. */
  chain: { length: number; head: string };
};

/** Every lead body that has decided, or has something to decide, by name. @param bodyId one of them only */
export async function listRecords(bodyId?: string, now = new Date()): Promise<BodyRecord[]> {
  const [bodies, counts, last, waiting, waits, opened] = await Promise.all([
    db().body.findMany({
      where: { id: bodyId, leads: { some: {} } },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
    countDecisions(now, bodyId),
    listLastLinks(),
    countWaiting(bodyId),
    listWaits(now, bodyId),
    countOpened(bodyId),
  ]);
  const records = bodies.map(({ id, name }) => {
    const end = last.find(({ chainId }) => chainId === id);
    const own = counts.filter(({ chainId }) => chainId === id);
    const waited = waits.find((one) => one.bodyId === id) ?? { hours: null, cases: 0 };
    const cases = waiting.find((one) => one.bodyId === id)?.cases ?? 0;
    return {
      isThere: cases > 0 || end !== undefined,
      bodyId: id,
      name,
      waiting: shownCount(cases),
      deeds: deedsIn(own),
      reasons: faultCodes.map((code) => ({
        reason: code,
        count: shownCount(sum(own, ({ reason }) => reason === code, "before")),
      })),
      appeals: appealsIn(own),
      reports: reportsIn(own),
      secondLooks: secondLooksIn(own),
      originalsOpened: shownCount(opened.find((one) => one.bodyId === id)?.opened ?? 0),
      medianWaitHours: shownWait(waited.hours, waited.cases),
      chain: { length: end?.length ?? 0, head: end ? Buffer.from(end.hash).toString("hex") : "" },
    };
  });
  return records.filter(({ isThere }) => isThere).map(({ isThere: _, ...record }) => record);
}

/** `before` is how many of them were decided before this week. */
type Counted = { chainId: string; kind: CaseKind; deed: Deed; reason: string; count: number; before: number };

/** From the counts that are kept beside the decisions: the page costs the same however many there are. */
const countDecisions = (now: Date, bodyId?: string) => db().$queryRaw<Counted[]>`
  SELECT "chainId", kind, deed, reason, sum(count)::int AS count,
    coalesce(sum(count) FILTER (WHERE week < ${weekOf(now)}::date), 0)::int AS before
  FROM decision_counts WHERE true ${only('"chainId"', bodyId)} GROUP BY 1, 2, 3, 4`;

const sum = (counts: Counted[], wanted: (one: Counted) => boolean, of: "count" | "before" = "count"): number =>
  counts.filter(wanted).reduce((all, one) => all + one[of], 0);

const deedsIn = (counts: Counted[]): BodyRecord["deeds"] =>
  Object.values(Deed)
    .map((deed) => ({ deed, count: sum(counts, (one) => one.deed === deed) }))
    .filter(({ count }) => count > 0);

function secondLooksIn(counts: Counted[]): BodyRecord["secondLooks"] {
  const agreed = sum(counts, ({ deed }) => deed === "agree");
  const decided = agreed + sum(counts, ({ deed }) => deed === "disagree");
  return { decided: shownCount(decided), agreedPercent: shownShare(agreed, decided) };
}

function appealsIn(counts: Counted[]): BodyRecord["appeals"] {
  const of = counts.filter(({ kind }) => kind === "appeal" || kind === "sanction_appeal");
  const upheld = sum(of, ({ deed }) => deed === "uphold");
  const decided = upheld + sum(of, ({ deed }) => deed === "dismiss");
  return { decided: shownCount(decided), upheldPercent: shownShare(upheld, decided) };
}

function reportsIn(counts: Counted[]): BodyRecord["reports"] {
  const of = counts.filter(({ kind }) => kind === "flag" || kind === "illegal");
  const changed = sum(of, ({ deed }) => deed === "redact" || deed === "remove");
  const decided = changed + sum(of, ({ deed }) => deed === "publish" || deed === "dismiss");
  return { decided: shownCount(decided), changedPercent: shownShare(changed, decided) };
}

/** Of one body, where there is one. */
const only = (column: string, bodyId?: string) =>
  bodyId === undefined ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(column)} = ${bodyId}`;

const countOpened = (bodyId?: string) => db().$queryRaw<{ bodyId: string; opened: number }[]>`
  SELECT s."areaId" AS "bodyId", count(*)::int AS opened
  FROM original_openings o JOIN sealed_originals s ON s.id = o."originalId" WHERE o."shownAt" IS NOT NULL ${only('s."areaId"', bodyId)} GROUP BY 1`;

const countWaiting = (bodyId?: string) => db().$queryRaw<{ bodyId: string; cases: number }[]>`
  SELECT s."leadBodyId" AS "bodyId", sum(c.open)::int AS cases FROM strategies s
  JOIN (SELECT "strategyId", count(*) AS open FROM cases WHERE state = 'open' GROUP BY 1) c ON c."strategyId" = s.id
  WHERE true ${only('s."leadBodyId"', bodyId)} GROUP BY 1`;

const listWaits = (now: Date, bodyId?: string) => db().$queryRaw<
  { bodyId: string; hours: number | null; cases: number }[]
>`
  SELECT s."leadBodyId" AS "bodyId", count(*)::int AS cases,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM c."decidedAt" - c."openedAt") / 3600) AS hours
  FROM cases c JOIN strategies s ON s.id = c."strategyId"
  WHERE c."decidedAt" > ${new Date(now.getTime() - 84 * 86_400_000)}
    AND c.state = 'decided' AND c.kind IN ('pre_moderation', 'check') ${only('s."leadBodyId"', bodyId)}
  GROUP BY 1`;

/** Whether a body leads a strategy, and so has a record, be it empty. */
export async function hasRecord(bodyId: string): Promise<boolean> {
  return (await db().body.count({ where: { id: bodyId, leads: { some: {} } } })) > 0;
}

/** A decision as everybody may read it. */
export type LogEntry = { sequence: number; week: string; deed: Deed; from: CommentState; to: CommentState };

export const logEntriesPerPage = 20;

/** A page of a body's decisions, the newest first. `before` is the number of the last one shown. */
export async function listLog(
  bodyId: string,
  before: number | null,
): Promise<{ items: LogEntry[]; next: number | null }> {
  const rows = await db().decision.findMany({
    where: { chainId: bodyId, ...(before !== null && { sequence: { lt: before } }) },
    orderBy: { sequence: "desc" },
    take: logEntriesPerPage + 1,
    select: { sequence: true, decidedAt: true, deed: true, fromState: true, toState: true },
  });
  const items = rows.slice(0, logEntriesPerPage).map(({ sequence, decidedAt, deed, fromState, toState }) => {
    return { sequence, week: weekOfEntry({ decidedAt: decidedAt.toISOString() }), deed, from: fromState, to: toState };
  });
  return { items, next: rows.length > items.length ? (items.at(-1)?.sequence ?? null) : null };
}

/** Where the counts kept beside the decisions differ from the decisions. */
export async function verifyDecisionCounts(): Promise<
  { chainId: string; deed: Deed; kept: number; counted: number }[]
> {
  return db().$queryRaw`
    SELECT "chainId", deed, coalesce(k.count, 0) AS kept, coalesce(c.count, 0) AS counted
    FROM decision_counts k FULL JOIN (
      SELECT d."chainId", date_trunc('week', d."decidedAt")::date AS week, c.kind, d.deed, coalesce(d.reason, '') AS reason,
        count(*)::int AS count
      FROM decisions d JOIN cases c ON c.id = d."caseId" GROUP BY 1, 2, 3, 4, 5
    ) c USING ("chainId", week, kind, deed, reason)
    WHERE k.count IS DISTINCT FROM c.count ORDER BY 1, 2`;
}
