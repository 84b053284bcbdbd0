import { z } from "zod";
import { db } from "@/lib/database/client";
import { addDays, endOfDay, isoDay, startOfDay, startOfWeek } from "@/lib/dates";
import { filterAreaIds, sectionTitleSql } from "@/lib/moderation/queue/queue.queries";
import { type Page, toPage } from "@/lib/pagination";
import type { Person } from "@/lib/people/person.policy";
import { Prisma } from "@/prisma/generated/client";
import { ModerationAction } from "@/prisma/generated/enums";

const daysOfBacklog = 14;

const queueFigures = z.object({
  /** The person's own decisions. */
  today: z.number(),
  week: z.number(),
  fourWeeks: z.number(),
  /** Whether they have ever decided. */
  hasDecided: z.boolean(),
  /** Appeals against them that were upheld in these four weeks. */
  upheld: z.number(),
  /** Open cases at the end of each of the last 14 days in London, the last of which is today; without second looks. */
  backlog: z.array(z.object({ day: z.string(), open: z.number() })),
});
export type QueueFigures = z.infer<typeof queueFigures>;

/** A rep's own figures and the backlog of their areas: in one statement. */
export async function getQueueFigures(person: Person, area?: string, now = new Date()): Promise<QueueFigures> {
  const { accountId } = person;
  const today = isoDay(now);
  const days = Array.from({ length: daysOfBacklog }, (_, at) => addDays(today, at + 1 - daysOfBacklog));
  const since = startOfDay(addDays(today, -27));
  const [row] = await db().$queryRaw<{ figures: unknown }[]>`
    WITH own AS (
      SELECT count(*) FILTER (WHERE "decidedAt" >= ${startOfDay(today)})::int AS today,
        count(*) FILTER (WHERE "decidedAt" >= ${startOfWeek(now)})::int AS week, count(*)::int AS "fourWeeks"
      FROM decisions WHERE "deciderId" = ${accountId} AND "decidedAt" >= ${since}
    ), counted AS (
      SELECT "openedAt", "decidedAt" FROM cases
      WHERE "areaId" = ANY(${filterAreaIds(person, area)}) AND kind <> 'second_look'
        AND (state = 'open' OR "decidedAt" >= ${startOfDay(days[0] ?? today)})
    ), backlog AS (
      SELECT days.day, (SELECT count(*)::int FROM counted
        WHERE "openedAt" <= days.end AND ("decidedAt" IS NULL OR "decidedAt" > days.end)) AS open
      FROM unnest(${days}::text[], ${days.map(endOfDay)}::timestamp[]) AS days (day, "end")
    )
    SELECT jsonb_build_object('today', own.today, 'week', own.week, 'fourWeeks', own."fourWeeks",
      'hasDecided', EXISTS (SELECT FROM decisions WHERE "deciderId" = ${accountId}),
      'upheld', (SELECT count(*)::int FROM appeals a JOIN decisions d ON d."caseId" = a."caseId" AND d.action = 'uphold'
        WHERE a."deciderId" = ${accountId} AND d."decidedAt" >= ${since}),
      'backlog', (SELECT jsonb_agg(backlog ORDER BY day) FROM backlog)) AS figures
    FROM own`;
  return queueFigures.parse(row?.figures);
}

const ownDecision = z.object({
  id: z.string(),
  caseId: z.string(),
  alias: z.string(),
  areaName: z.string(),
  sectionTitle: z.string(),
  action: z.enum(ModerationAction),
  reason: z.string().nullable(),
  decidedAt: z.date(),
});
export type OwnDecision = z.infer<typeof ownDecision>;

export const decisionsPerPage = 40;

/** A page of a person's own decisions, newest first. @param after the id of the last decision shown */
export async function listOwnDecisions(
  person: Person,
  { area }: { area?: string },
  after: string | null,
): Promise<Page<OwnDecision>> {
  const olderSql = after
    ? Prisma.sql`AND (d."decidedAt", d.id) < (
        SELECT "decidedAt", id FROM decisions WHERE id = ${after} AND "deciderId" = ${person.accountId})`
    : Prisma.empty;
  const rows = await db().$queryRaw`
    SELECT d.id, d."caseId", p.alias, s."areaName", ${sectionTitleSql} AS "sectionTitle", d.action, d.reason, d."decidedAt"
    FROM decisions d JOIN cases k ON k.id = d."caseId" JOIN strategies s ON s.id = k."strategyId"
    JOIN comments c ON c.id = d."commentId" JOIN participants p ON p.id = c."participantId"
    JOIN threads t ON t.id = c."threadId"
    WHERE d."deciderId" = ${person.accountId} AND k."areaId" = ANY(${filterAreaIds(person, area)}) ${olderSql}
    ORDER BY d."decidedAt" DESC, d.id DESC LIMIT ${decisionsPerPage + 1}`;
  return toPage(z.array(ownDecision).parse(rows), decisionsPerPage, ({ id }) => id);
}
