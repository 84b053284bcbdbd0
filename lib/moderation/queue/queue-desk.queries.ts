import { z } from "zod";
import { db } from "@/lib/database/client";
import { jsonRows } from "@/lib/database/json-rows";
import { requestsToDecideSql } from "@/lib/moderation/originals/original-list.queries";
import { repAreaIds } from "@/lib/moderation/queue/case-visibility.rules";
import { decidableBySql, filterAreaIds, sectionTitleSql } from "@/lib/moderation/queue/queue.queries";
import { maxExactCount } from "@/lib/moderation/queue/queue.rules";
import { shownReportedSql } from "@/lib/moderation/reports/report.queries";
import { onDutySql } from "@/lib/moderation/rota/rota.queries";
import { contactsSql, safeguardingContact } from "@/lib/moderation/safeguarding/contact.queries";
import type { Person } from "@/lib/people/person.policy";
import { Prisma } from "@/prisma/generated/client";
import { CaseKind } from "@/prisma/generated/enums";

const named = z.array(z.object({ id: z.string(), name: z.string() }));

const queueDesk = z.object({
  /** Open cases that the person may decide, by kind, without kinds of which there are none. */
  counts: z.array(z.object({ kind: z.enum(CaseKind), count: z.number() })),
  areas: named,
  /** What the cases that can be filtered by are about; of the 500 most urgent. */
  sections: named,
  checks: z.array(z.string()),
  unions: named,
  onDuty: z.array(z.object({ id: z.string(), label: z.string().nullable() })),
  requestsToDecide: z.number(),
  /** Comments reported as illegal that are shown until a rep decides. */
  shownReported: z.number(),
  views: z.array(z.object({ id: z.string(), name: z.string(), query: z.string() })),
  contacts: z.array(safeguardingContact),
});
export type QueueDesk = z.infer<typeof queueDesk>;

/**
 * What the queue shows round its cases: in one statement. Counts go up to `maxExactCount` + 1, and filters are those of
 * the 500 most urgent cases, so that the cost does not grow with the queue.
 */
export async function getQueueDesk(person: Person, area?: string, now = new Date()): Promise<QueueDesk> {
  const areas = repAreaIds(person);
  const [row] = await db().$queryRaw<{ desk: unknown }[]>`
    WITH urgent AS MATERIALIZED (
      SELECT k.* FROM unnest(${areas}::text[]) AS area CROSS JOIN LATERAL (
        SELECT k.id, k."commentId", k."authorUnionId", k."assignedUnionId" FROM cases k
        WHERE k."areaId" = area AND k.state = 'open' ${decidableBySql(person)} ORDER BY k.lane, k."dueAt", k.id LIMIT 500
      ) k LIMIT 500
    )
    SELECT jsonb_build_object(
      'counts', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'count', waiting.count)), '[]')
        FROM unnest(enum_range(NULL::"CaseKind")) AS kind CROSS JOIN LATERAL (${waitingSql(person, area)}) waiting
        WHERE waiting.count > 0),
      'areas', ${namesSql(Prisma.sql`SELECT id, name FROM bodies WHERE id = ANY(${areas})`)},
      'sections', ${namesSql(Prisma.sql`SELECT DISTINCT t."sectionId" AS id, ${sectionTitleSql} AS name
        FROM urgent JOIN comments c ON c.id = urgent."commentId" JOIN threads t ON t.id = c."threadId"`)},
      'checks', (SELECT coalesce(jsonb_agg(DISTINCT h."check"), '[]')
        FROM urgent JOIN check_hits h ON h."caseId" = urgent.id),
      'unions', ${namesSql(Prisma.sql`SELECT DISTINCT u.id, u."shortName" AS name
        FROM urgent JOIN unions u ON u.id IN (urgent."authorUnionId", urgent."assignedUnionId")`)},
      'onDuty', ${jsonRows(onDutySql(person, now))},
      'requestsToDecide', (${requestsToDecideSql(person)}),
      'shownReported', (${shownReportedSql(areas)}),
      'views', ${jsonRows(Prisma.sql`SELECT id, name, query FROM queue_views
        WHERE "accountId" = ${person.accountId} ORDER BY name`)},
      'contacts', (${contactsSql(person)})
    ) AS desk`;
  return queueDesk.parse(row?.desk);
}

const namesSql = (rows: Prisma.Sql) => jsonRows(Prisma.sql`SELECT id, name FROM (${rows}) names ORDER BY name, id`);

/** The number of open cases of `kind.kind`. */
const waitingSql = (person: Person, area?: string) => Prisma.sql`
  SELECT count(*)::int FROM (
    SELECT FROM unnest(${filterAreaIds(person, area)}::text[]) AS area CROSS JOIN LATERAL (
      SELECT FROM cases k WHERE k."areaId" = area AND k.state = 'open' AND k.kind = kind.kind ${decidableBySql(person)}
      ORDER BY k.lane, k."dueAt", k.id -- makes PostgreSQL use the index
      LIMIT ${maxExactCount + 1}
    ) one LIMIT ${maxExactCount + 1}
  ) few`;
