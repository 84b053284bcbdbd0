import { coarsenExactDecisions } from "@/lib/audit/chain.writes";
import { db, type Tx } from "@/lib/database/client";
import { Prisma } from "@/prisma/generated/client";
import type { CaseKind } from "@/prisma/generated/enums";

// A dump must not show who wrote what by time or order. What people wrote keeps the day alone once it is decided and out,
// and tables lose the order in which their rows arrived.

/**
 * Coarsens to the day the times of what people wrote, agreed to and were notified of, a day after they are needed. Comments and
 * their texts: once they are neither held nor waiting for an edition, and their cases then too, whose waiting time is stored
 * apart first. @returns how many rows
 */
export async function coarsenTimes(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - 24 * 60 * 60_000);
  return db().$transaction(async (tx) => {
    let rows = await tx.$executeRaw`
      UPDATE comments SET "createdAt" = date_trunc('day', "createdAt")
      WHERE "createdAt" < ${before} AND "createdAt" <> date_trunc('day', "createdAt")
        AND state NOT IN ('held', 'ready')`;
    rows += await tx.$executeRaw`
      UPDATE revisions r SET "createdAt" = date_trunc('day', r."createdAt") FROM comments c
      WHERE c.id = r."commentId" AND r."createdAt" < ${before} AND r."createdAt" <> date_trunc('day', r."createdAt")
        AND c.state NOT IN ('held', 'ready')`;
    rows += await tx.$executeRaw`
      UPDATE participants SET "consentedAt" = date_trunc('day', "consentedAt"),
        "consentEndedAt" = date_trunc('day', "consentEndedAt")
      WHERE ("consentedAt" < ${before} AND "consentedAt" <> date_trunc('day', "consentedAt"))
        OR ("consentEndedAt" < ${before} AND "consentEndedAt" <> date_trunc('day', "consentEndedAt"))`;
    rows += await tx.$executeRaw`
      UPDATE notices SET "createdAt" = date_trunc('day', "createdAt"), "seenAt" = date_trunc('day', "seenAt"),
        "emailProcessedAt" = date_trunc('day', "emailProcessedAt")
      WHERE "createdAt" < ${before} AND "emailProcessedAt" < ${before}
        AND ("createdAt" <> date_trunc('day', "createdAt") OR "seenAt" <> date_trunc('day', "seenAt")
          OR "emailProcessedAt" <> date_trunc('day', "emailProcessedAt"))`;
    rows += await coarsenCases(tx, before);
    rows += await coarsenDecisions(tx, before);
    rows += await tx.$executeRaw`
      UPDATE complaints SET "openedAt" = date_trunc('day', "openedAt"), "answeredAt" = date_trunc('day', "answeredAt")
      WHERE greatest("openedAt", "answeredAt") < ${before}
        AND ("openedAt" <> date_trunc('day', "openedAt") OR "answeredAt" <> date_trunc('day', "answeredAt"))`;
    rows += await coarsenStaffActions(tx, before);
    rows += await coarsenErasures(tx, before);
    rows += await tx.$executeRaw`
      UPDATE drafts SET "savedAt" = date_trunc('day', "savedAt")
      WHERE "savedAt" < ${before} AND "savedAt" <> date_trunc('day', "savedAt")`;
    return rows;
  });
}

/**
 * Stores how long cases waited apart from them, sorted by hours, and then coarsens their times. A case that lapsed has
 * no waiting time.
 */
async function coarsenCases(tx: Tx, before: Date): Promise<number> {
  const rows = await tx.$queryRaw<{ strategyId: string; kind: CaseKind; week: Date | null; hours: number | null }[]>`
    UPDATE cases o SET "openedAt" = date_trunc('day', o."openedAt"), "dueAt" = date_trunc('day', o."dueAt"),
      "isWaitStored" = true
    FROM (
      SELECT o.id, o."openedAt", o."isWaitStored", coalesce(min(d."decidedAt"), o."decidedAt") AS first
      FROM cases o LEFT JOIN decisions d ON d."caseId" = o.id JOIN comments c ON c.id = o."commentId"
      WHERE o.state <> 'open' AND o."openedAt" < ${before} AND (o."decidedAt" IS NULL OR o."decidedAt" < ${before})
        AND c.state NOT IN ('held', 'ready') AND NOT o."isWaitStored"
      GROUP BY o.id
    ) waited
    WHERE waited.id = o.id
    RETURNING o."strategyId", o.kind, date_trunc('week', waited.first)::date AS week,
      round(extract(epoch FROM waited.first - waited."openedAt") / 3600)::int AS hours`;
  const waits = rows
    .flatMap(({ strategyId, kind, week, hours }) => (week && hours !== null ? [{ strategyId, kind, week, hours }] : []))
    .sort((a, b) => a.hours - b.hours);
  await tx.waitingTime.createMany({ data: waits });
  return rows.length;
}

/**
 * Coarsens when reps decided, once an edition has brought it: until then a decision may be taken back, and what it closed
 * is known by the same moment.
 */
async function coarsenDecisions(tx: Tx, before: Date): Promise<number> {
  const isOut = Prisma.sql`EXISTS (SELECT FROM editions e WHERE e."strategyId" = o."strategyId" AND e."madeAt" > `;
  const isExact = (column: string) => {
    const time = Prisma.raw(column);
    return Prisma.sql`${time} < ${before} AND ${time} <> london_day_start(${time}) AND ${isOut} ${time})`;
  };
  let rows = await tx.$executeRaw`
    UPDATE decisions d SET "decidedAt" = london_day_start(d."decidedAt") FROM cases o
    WHERE o.id = d."caseId" AND o."isWaitStored" AND d."isDayHashed" AND ${isExact('d."decidedAt"')}`;
  const earlier = await tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM decisions d JOIN cases o ON o.id = d."caseId"
    WHERE o."isWaitStored" AND NOT d."isDayHashed" AND d.commitment IS NULL AND d."decidedAt" < ${before}
      AND ${isOut} d."decidedAt")`;
  rows += await coarsenExactDecisions(
    tx,
    earlier.map(({ id }) => id),
  );
  rows += await tx.$executeRaw`
    UPDATE cases o SET "decidedAt" = london_day_start(o."decidedAt")
    WHERE o."isWaitStored" AND ${isExact('o."decidedAt"')}`;
  rows += await tx.$executeRaw`
    UPDATE sanctions s SET "imposedAt" = london_day_start(s."imposedAt")
    FROM decisions d JOIN cases o ON o.id = d."caseId" WHERE d.id = s."decisionId" AND ${isExact('s."imposedAt"')}`;
  rows += await tx.$executeRaw`
    UPDATE sanctions s SET "liftedAt" = london_day_start(s."liftedAt")
    FROM decisions d JOIN cases o ON o.id = d."caseId" WHERE d.id = s."decisionId" AND ${isExact('s."liftedAt"')}`;
  rows += await tx.$executeRaw`
    UPDATE sanctions SET "acknowledgedAt" = london_day_start("acknowledgedAt")
    WHERE "acknowledgedAt" < ${before} AND "acknowledgedAt" <> london_day_start("acknowledgedAt")`;
  rows += await tx.$executeRaw`
    UPDATE sanctions SET "endsAt" = london_day_start("endsAt")
    WHERE "endsAt" < ${before} AND "endsAt" <> london_day_start("endsAt")`; // it counts days from when it was imposed
  rows += await tx.$executeRaw`
    UPDATE sealed_originals s SET "sealedAt" = london_day_start(s."sealedAt")
    FROM comments o WHERE o.id = s."commentId" AND ${isExact('s."sealedAt"')}`;
  return rows;
}

/**
 * Coarsens when staff did something, and when they passed a case on that is decided and out: each row then has its order
 * in the day instead. An erasure has none, or it would be found between two others.
 */
async function coarsenStaffActions(tx: Tx, before: Date): Promise<number> {
  let rows = await tx.$executeRaw`
    UPDATE audit_events a SET "occurredAt" = london_day_start(a."occurredAt"),
      "orderInDay" = CASE WHEN a."accountId" IS NULL THEN 0 ELSE ranked.place END
    FROM (
      SELECT id, row_number() OVER (PARTITION BY london_day_start("occurredAt") ORDER BY "occurredAt", id)::int AS place
      FROM audit_events WHERE "orderInDay" IS NULL AND "occurredAt" < london_day_start(${before}::timestamp)
    ) ranked
    WHERE ranked.id = a.id`;
  rows += await tx.$executeRaw`
    UPDATE case_reassignments a SET "reassignedAt" = london_day_start(a."reassignedAt"), "orderInDay" = ranked.place
    FROM (
      SELECT r.id, row_number() OVER (
        PARTITION BY r."caseId", london_day_start(r."reassignedAt") ORDER BY r."reassignedAt", r.id)::int AS place
      FROM case_reassignments r JOIN cases o ON o.id = r."caseId"
      WHERE r."orderInDay" IS NULL AND o.state <> 'open' AND o."isWaitStored"
        AND r."reassignedAt" < london_day_start(${before}::timestamp)
    ) ranked
    WHERE ranked.id = a.id`;
  rows += await tx.$executeRaw`
    UPDATE original_access_requests SET "requestedAt" = london_day_start("requestedAt"),
      "decidedAt" = london_day_start("decidedAt"), "viewedAt" = london_day_start("viewedAt")
    WHERE greatest("requestedAt", "decidedAt", "viewedAt") < ${before}
      AND ("requestedAt" <> london_day_start("requestedAt") OR "decidedAt" <> london_day_start("decidedAt")
        OR "viewedAt" <> london_day_start("viewedAt"))`;
  rows += await tx.$executeRaw`
    UPDATE meeting_records SET "startedAt" = london_day_start("startedAt"), "closedAt" = london_day_start("closedAt")
    WHERE "closedAt" < ${before}
      AND ("startedAt" <> london_day_start("startedAt") OR "closedAt" <> london_day_start("closedAt"))`;
  rows += await tx.$executeRaw`
    UPDATE meeting_uploads SET "startedAt" = london_day_start("startedAt")
    WHERE state = 'done' AND "startedAt" < ${before} AND "startedAt" <> london_day_start("startedAt")`;
  rows += await tx.$executeRaw`
    UPDATE grants SET "endedAt" = london_day_start("endedAt")
    WHERE "endedAt" < ${before} AND "endedAt" <> london_day_start("endedAt")`; // an erasure ends them
  return rows;
}

/**
 * Coarsens when accounts were erased. One transaction erased everything of a person, and its number is in each row that
 * it wrote, so that the files of the database join their aliases: this one writes all such rows anew.
 */
async function coarsenErasures(tx: Tx, before: Date): Promise<number> {
  const participants = Prisma.sql`(SELECT id FROM participants WHERE "isErased")`;
  const comments = Prisma.sql`(SELECT id FROM comments WHERE "participantId" IN ${participants})`;
  await tx.$executeRaw`UPDATE comments SET text = text WHERE id IN ${comments}`;
  await tx.$executeRaw`UPDATE revisions SET text = text WHERE "commentId" IN ${comments}`;
  await tx.$executeRaw`UPDATE sealed_originals SET "sealedText" = "sealedText" WHERE "commentId" IN ${comments}`;
  await tx.$executeRaw`UPDATE cases SET "dueAt" = "dueAt" WHERE "commentId" IN ${comments}`;
  await tx.$executeRaw`UPDATE sanctions SET message = message WHERE "participantId" IN ${participants}`;
  await tx.$executeRaw`UPDATE complaints SET "answerSealed" = "answerSealed" WHERE "textSealed" IS NULL`;
  await tx.$executeRaw`UPDATE participants SET "isErased" = true WHERE "isErased"`;
  return await tx.$executeRaw`
    UPDATE accounts SET "erasedAt" = london_day_start("erasedAt")
    WHERE "erasedAt" < ${before} AND "erasedAt" <> london_day_start("erasedAt")`;
}

/** Deletes jobs that failed for good a week ago: until then an operator may try them again. @returns how many */
export async function deleteDeadJobs(): Promise<number> {
  return db().$executeRaw`
    DELETE FROM graphile_worker._private_jobs
    WHERE attempts >= max_attempts AND locked_at IS NULL AND run_at < now() - interval '7 days'`;
}

/** The tables whose order of rows would show who came when, each with the index of its random ids. */
const orderedTables = [
  ...["accounts", "participants", "threads", "comments", "revisions", "comment_themes", "reactions", "reports"],
  ...["notices", "cases", "complaints", "drafts", "follows", "digests", "meeting_entries"],
];

/**
 * Rewrites tables in the order of their ids, which are random, so that the order in which rows arrived is gone. Each
 * table is locked while that lasts: a table that is busy is left for the next night.
 * @returns false when the database lets only the tables' owner do this
 */
export async function rewriteRowOrder(): Promise<boolean> {
  let isAllowed = true;
  for (const table of orderedTables) {
    try {
      await db().$transaction(
        async (tx) => {
          await tx.$executeRaw`SET LOCAL lock_timeout = '5s'`;
          await tx.$executeRawUnsafe(`CLUSTER ${table} USING ${table}_pkey`);
        },
        { timeout: 300_000 },
      );
    } catch (error) {
      const message = String(error);
      if (/42501|must be owner|permission denied/.test(message)) isAllowed = false;
      else if (!/55P03|lock timeout/.test(message)) throw error;
    }
  }
  return isAllowed;
}
