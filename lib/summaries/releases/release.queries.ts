import { z } from "zod";
import { db } from "@/lib/database/client";
import { isoDay, startOfWeek } from "@/lib/dates";
import { keyedHash } from "@/lib/security/encryption";
import { recordKey } from "@/lib/summaries/disclosure/cell-key-noise";
import type { Contributor } from "@/lib/summaries/disclosure/cell-members";
import type { ReleaseState } from "@/lib/summaries/disclosure/release-state";
import type { TableFamilyInput } from "@/lib/summaries/disclosure/table-family";
import { peopleInCell, type ReleasedPeople, type ReleaseView } from "@/lib/summaries/releases/release.rules";
import { storedCells, storedFamily } from "@/lib/summaries/releases/release.schema";
import {
  notGiven,
  otherTheme,
  sectorGroupOf,
  sectorGroups,
  unknownDistrictId,
} from "@/lib/summaries/releases/release-table.rules";
import { listStrategyIds } from "@/lib/summaries/summary-part.queries";

/** The boundaries that job counts have. */
export const releaseVintage = "2021";

const releaseColumns = {
  id: true,
  number: true,
  madeAt: true,
  method: true,
  note: true,
  family: true,
  cells: true,
} as const;

/** The newest release of a LEP, or the one with this number; null if there is none. */
export async function getRelease(lepId: string, number?: number): Promise<ReleaseView | null> {
  const row = await db().release.findFirst({
    where: { lepId, number },
    orderBy: { number: "desc" },
    select: releaseColumns,
  });
  if (!row) return null;
  const { madeAt, family, cells, ...facts } = row;
  const day = isoDay(madeAt);
  return { ...facts, day, family: storedFamily.parse(family), cells: storedCells.parse(cells) };
}

/** The people in the newest release of each of these LEPs; a LEP without a release is absent. */
export async function listReleasedPeople(lepIds: string[]): Promise<Map<string, ReleasedPeople>> {
  const rows = await db().release.findMany({
    where: { lepId: { in: lepIds } },
    distinct: ["lepId"],
    orderBy: [{ lepId: "asc" }, { number: "desc" }],
    select: { lepId: true, number: true, madeAt: true, cells: true },
  });
  return new Map(
    rows.map(({ lepId, number, madeAt, cells }) => {
      const people = peopleInCell({ cells: storedCells.parse(cells) }, {});
      return [lepId, { number, day: isoDay(madeAt), people }];
    }),
  );
}

/** The releases of a LEP of the last year, newest first. `day`: YYYY-MM-DD. */
export async function listReleases(lepId: string): Promise<{ number: number; day: string; note: string }[]> {
  const rows = await db().release.findMany({
    where: { lepId },
    orderBy: { number: "desc" },
    take: 53,
    select: { number: true, madeAt: true, note: true },
  });
  return rows.map(({ madeAt, ...row }) => ({ ...row, day: isoDay(madeAt) }));
}

/**
 * The tables of every LEP, and of every other body that comments are counted under: foundations, sector groups, and
 * the districts of each body with one for "not given".
 */
export async function getTableFamily(): Promise<TableFamilyInput> {
  const [themes, leps] = await Promise.all([
    db().theme.findMany({ where: { family: "foundation" }, select: { id: true } }),
    db().body.findMany({
      where: { isCounted: true },
      select: { id: true, districts: { where: { vintage: releaseVintage }, select: { districtId: true } } },
    }),
  ]);
  return {
    themes: [...themes.map(({ id }) => id), otherTheme],
    sectors: [...Object.keys(sectorGroups), notGiven],
    memberships: leps.flatMap(({ id: lep, districts }) =>
      [unknownDistrictId(lep), ...districts.map(({ districtId }) => districtId)].map((district) => ({ district, lep })),
    ),
  };
}

const contributorRow = z.object({
  participantId: z.string(),
  strategyId: z.string(),
  district: z.string().nullable(),
  lep: z.string().nullable(),
  sector: z.string().nullable(),
  themes: z.array(z.string()),
  isNew: z.boolean(),
});

/**
 * Everyone with a published comment today, once for each strategy, with one district, one sector group and the
 * foundations they commented on; `isNew` where nothing of theirs was published before the week of `now`. People who gave no place on a strategy with several LEPs are in none of them. Comments
 * recorded at a meeting have no participant, so they are not counted.
 */
export async function listContributors(now = new Date()): Promise<Contributor[]> {
  const rows = await db().$queryRaw`
    WITH current_version AS (
      SELECT DISTINCT ON ("strategyId") "strategyId", id FROM versions
      WHERE "publishedAt" IS NOT NULL ORDER BY "strategyId", number DESC
    )
    SELECT c."participantId", c."strategyId", min(c."districtId") AS district, min(c."lepId") AS lep,
      min(c."sectorId") AS sector, min(c.week) >= ${startOfWeek(now)}::date AS "isNew",
      coalesce(array_agg(DISTINCT s."foundationId") FILTER (WHERE s."foundationId" IS NOT NULL), '{}') AS themes
    FROM comments c JOIN threads t ON t.id = c."threadId"
    LEFT JOIN current_version v ON v."strategyId" = c."strategyId"
    LEFT JOIN version_sections s ON s."versionId" = v.id AND s."sectionId" = t."sectionId"
    WHERE c.state = 'published' AND c.source <> 'meeting_record'
    GROUP BY c."participantId", c."strategyId"`;
  const secret = keyedHash("record-keys", "1");
  return z
    .array(contributorRow)
    .parse(rows)
    .flatMap(({ participantId, strategyId, district, lep, sector, themes, isNew }) => {
      const districtId = district ?? (lep && unknownDistrictId(lep));
      if (!districtId) return [];
      const key = recordKey(secret, participantId, strategyId);
      return [
        {
          ...{ key, district: districtId, sector: sectorGroupOf(sector), isNew, lep },
          themes: themes.length ? themes : [otherTheme],
        },
      ];
    });
}

/**
 * The LEPs that have a release but a strategy without opinion groups: a run was stopped between the two, or the releases
 * were brought in.
 */
export async function listLepsWithoutOpinion(): Promise<string[]> {
  const rows = await db().release.findMany({ distinct: ["lepId"], orderBy: { lepId: "asc" }, select: { lepId: true } });
  const lepIds: string[] = [];
  for (const { lepId } of rows) {
    const ids = await listStrategyIds([lepId]);
    const done = await db().summaryPart.count({ where: { strategyId: { in: ids }, lepId: "", part: "opinion" } });
    if (done < ids.length) lepIds.push(lepId);
  }
  return lepIds;
}

/** The state that the last release left for the next one; null before the first. Internal: it lists who is in which cell. */
export async function getReleaseState(): Promise<ReleaseState | null> {
  const row = await db().releaseState.findUnique({ where: { id: 1 }, select: { state: true } });
  return row ? (row.state as unknown as ReleaseState) : null;
}
