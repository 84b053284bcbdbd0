import { db } from "@/lib/database/client";
import { startOfWeek } from "@/lib/dates";
import { repAreaIds } from "@/lib/moderation/queue/case-visibility.rules";
import { type Burst, burstSize } from "@/lib/moderation/queue/queue.rules";
import type { Person } from "@/lib/people/person.policy";

/**
 * New people who gave the same district and kind of work on a strategy of a rep's areas: with something that waits or was
 * published this week, and nothing published before. Only numbers, not where: a rep needs no more to read with care.
 */
export async function getBurst(person: Person, now = new Date()): Promise<Burst> {
  const week = startOfWeek(now);
  const [row] = await db().$queryRaw<Burst[]>`
    SELECT count(*)::int AS places, coalesce(max(people), 0)::int AS people FROM (
      SELECT count(DISTINCT c."participantId") AS people
      FROM strategies s JOIN comments c ON c."strategyId" = s.id
      WHERE s."leadBodyId" = ANY(${repAreaIds(person)}) AND c."districtId" IS NOT NULL AND c.source = 'participant'
        AND (c.state IN ('held', 'ready') OR c.state = 'published' AND c.week >= ${week}::date)
        AND NOT EXISTS (SELECT FROM comments e WHERE e."participantId" = c."participantId" AND e.week < ${week}::date)
      GROUP BY c."strategyId", c."districtId", c."sectorId"
      HAVING count(DISTINCT c."participantId") >= ${burstSize}
    ) bursts`;
  return row ?? { places: 0, people: 0 };
}
