import { listLastLinks } from "@/lib/audit/queries";
import { weekOfEntry } from "@/lib/audit/rules";
import { shownCount, shownShare, shownWait } from "@/lib/audit/transparency/rules";
import { db } from "@/lib/db";
import { weekOf } from "@/lib/format";
import { faultCodes } from "@/lib/moderation/reasons/rules";
import { Prisma } from "@/prisma/generated/client";
import type { CommentState, Deed } from "@/prisma/generated/enums";

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
  const [bodies, deeds, reasons, last, waiting, appeals, reports, waits, opened] = await Promise.all([
    db().body.findMany({
      where: { id: bodyId, leads: { some: {} } },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
    db().decision.groupBy({
      by: ["chainId", "deed"],
      where: { chainId: bodyId },
      _count: true,
      orderBy: { deed: "asc" },
    }),
    db().decision.groupBy({
      by: ["chainId", "reason"],
      where: { chainId: bodyId, reason: { not: null }, decidedAt: { lt: weekOf(now) } },
      _count: true,
    }),
    listLastLinks(),
    countWaiting(bodyId),
    countAppeals(bodyId),
    countReports(bodyId),
    listWaits(now, bodyId),
    countOpened(bodyId),
  ]);
  const records = bodies.map(({ id, name }) => {
    const end = last.find(({ chainId }) => chainId === id);
    const appealed = appeals.find(({ bodyId }) => bodyId === id) ?? { decided: 0, upheld: 0 };
    const reported = reports.find(({ bodyId }) => bodyId === id) ?? { decided: 0, changed: 0 };
    const waited = waits.find(({ bodyId }) => bodyId === id) ?? { hours: null, cases: 0 };
    const cases = waiting.find(({ bodyId }) => bodyId === id)?.cases ?? 0;
    return {
      isThere: cases > 0 || end !== undefined,
      bodyId: id,
      name,
      waiting: shownCount(cases),
      deeds: deeds.filter(({ chainId }) => chainId === id).map(({ deed, _count }) => ({ deed, count: _count })),
      reasons: faultCodes.map((code) => {
        const count = reasons.find(({ chainId, reason }) => chainId === id && reason === code)?._count ?? 0;
        return { reason: code, count: shownCount(count) };
      }),
      appeals: {
        decided: shownCount(appealed.decided),
        upheldPercent: shownShare(appealed.upheld, appealed.decided),
      },
      reports: {
        decided: shownCount(reported.decided),
        changedPercent: shownShare(reported.changed, reported.decided),
      },
      secondLooks: secondLooksIn(deeds.filter(({ chainId }) => chainId === id)),
      originalsOpened: shownCount(opened.find(({ bodyId }) => bodyId === id)?.opened ?? 0),
      medianWaitHours: shownWait(waited.hours, waited.cases),
      chain: { length: end?.length ?? 0, head: end ? Buffer.from(end.hash).toString("hex") : "" },
    };
  });
  return records.filter(({ isThere }) => isThere).map(({ isThere: _, ...record }) => record);
}

function secondLooksIn(deeds: { deed: Deed; _count: number }[]): BodyRecord["secondLooks"] {
  const count = (wanted: Deed) => deeds.find(({ deed }) => deed === wanted)?._count ?? 0;
  const decided = count("agree") + count("disagree");
  return { decided: shownCount(decided), agreedPercent: shownShare(count("agree"), decided) };
}

/** Of one body, where there is one. */
const only = (column: string, bodyId?: string) =>
  bodyId === undefined ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(column)} = ${bodyId}`;

const countOpened = (bodyId?: string) => db().$queryRaw<{ bodyId: string; opened: number }[]>`
  SELECT s."areaId" AS "bodyId", count(*)::int AS opened
  FROM original_openings o JOIN sealed_originals s ON s.id = o."originalId" WHERE o."shownAt" IS NOT NULL ${only('s."areaId"', bodyId)} GROUP BY 1`;

const countWaiting = (bodyId?: string) => db().$queryRaw<{ bodyId: string; cases: number }[]>`
  SELECT s."leadBodyId" AS "bodyId", count(*)::int AS cases FROM cases c JOIN strategies s ON s.id = c."strategyId"
  WHERE c.state = 'open' ${only('s."leadBodyId"', bodyId)} GROUP BY 1`;

const countAppeals = (bodyId?: string) => db().$queryRaw<{ bodyId: string; decided: number; upheld: number }[]>`
  SELECT d."chainId" AS "bodyId", count(*)::int AS decided, count(*) FILTER (WHERE d.deed = 'uphold')::int AS upheld
  FROM decisions d JOIN cases c ON c.id = d."caseId"
  WHERE d.deed IN ('uphold', 'dismiss') AND c.kind IN ('appeal', 'sanction_appeal')
    ${only('d."chainId"', bodyId)} GROUP BY 1`;

const countReports = (bodyId?: string) => db().$queryRaw<{ bodyId: string; decided: number; changed: number }[]>`
  SELECT d."chainId" AS "bodyId", count(*)::int AS decided,
    count(*) FILTER (WHERE d.deed IN ('redact', 'remove'))::int AS changed
  FROM decisions d JOIN cases c ON c.id = d."caseId"
  WHERE d.deed IN ('publish', 'dismiss', 'redact', 'remove') AND c.kind IN ('flag', 'illegal')
    ${only('d."chainId"', bodyId)} GROUP BY 1`;

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
