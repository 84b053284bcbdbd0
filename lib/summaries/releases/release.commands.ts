import { db } from "@/lib/database/client";
import { invalidateTags } from "@/lib/database/invalidation";
import { isoDay, startOfWeek } from "@/lib/dates";
import { Conflict } from "@/lib/errors";
import { keyedHash } from "@/lib/security/encryption";
import { invalidateStrategyPages } from "@/lib/strategies/strategy.writes";
import { makeRelease, type Release } from "@/lib/summaries/disclosure/release";
import { getReleaseState, getTableFamily, listContributors } from "@/lib/summaries/releases/release.queries";
import type { StoredCells } from "@/lib/summaries/releases/release.schema";
import { divideSharedDistricts, publishedDistrict } from "@/lib/summaries/releases/shared-district.rules";
import { listStrategyIds } from "@/lib/summaries/summary-part.queries";
import { writeOpinion } from "@/lib/summaries/summary-part.writes";
import type { OnProgress } from "@/lib/summaries/suppression/suppression-search";
import type { Prisma } from "@/prisma/generated/client";

// A trigger refuses changes to releases: prisma/migrations/20261130000100_append_only_triggers.

/**
 * `leps`: those with a new release. `refused`: those that were due, but whose tables could not be made safe.
 * `alreadyMadeOn`: the day (YYYY-MM-DD) of this week's release, if there was one already and none was made.
 */
export type ReleaseRun = { number: number; leps: string[]; refused: string[]; alreadyMadeOn: string | null };

/**
 * Makes the next release of every LEP that is due, after the disclosure audit. It computes for seconds to minutes
 * outside any transaction, then writes the releases and the state in one. There is one run a week: with more, a cell
 * would get more draws, and move sooner.
 * @throws Conflict when another run finished meanwhile; nothing is written then
 */
export async function makeReleases(progress?: OnProgress, now = new Date()): Promise<ReleaseRun> {
  const last = await db().release.findFirst({ orderBy: { madeAt: "desc" }, select: { number: true, madeAt: true } });
  if (last && startOfWeek(last.madeAt).getTime() === startOfWeek(now).getTime()) {
    return { number: last.number, leps: [], refused: [], alreadyMadeOn: isoDay(last.madeAt) };
  }
  const [family, everybody, previous] = await Promise.all([getTableFamily(), listContributors(now), getReleaseState()]);
  const release = await makeRelease({
    ...divideSharedDistricts(family, everybody, previous),
    secret: Buffer.from(keyedHash("release-draws", "1")).toString("hex"),
    ...(progress && { progress }),
  });
  const leps = Object.keys(release.published.leps);
  if (leps.length > 0) await saveReleases(release, previous?.release ?? 0, now);
  return { number: release.published.release, leps, refused: release.refused, alreadyMadeOn: null };
}

async function saveReleases({ published, state }: Release, previousNumber: number, now: Date): Promise<void> {
  const rows = Object.entries(published.leps).map(([lepId, parts]) => {
    const figures = parts.map((figure) => ({ ...figure, district: publishedDistrict(figure.district) }));
    const names = (dimension: "theme" | "sector" | "district", total: string) =>
      [...new Set(figures.map((figure) => figure[dimension]))].filter((name) => name !== total);
    const cells: StoredCells = figures.flatMap(({ theme, sector, district, count }) =>
      count === null ? [] : [[theme, sector, district, count]],
    );
    return {
      lepId,
      number: published.release,
      madeAt: now,
      method: published.version,
      parameters: published.method as unknown as Prisma.InputJsonValue,
      note: published.note,
      family: { themes: names("theme", "any"), sectors: names("sector", "all"), districts: names("district", "all") },
      cells,
    };
  });
  await db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('releases'))`;
      const row = await tx.releaseState.findUnique({ where: { id: 1 }, select: { state: true } });
      const latest = row ? (row.state as { release: number }).release : 0;
      if (latest !== previousNumber) throw new Conflict("Another release was made meanwhile. Nothing was written.");
      const stateRow = { state: state as unknown as Prisma.InputJsonValue, savedAt: now };
      await tx.releaseState.upsert({ where: { id: 1 }, create: stateRow, update: stateRow });
      await tx.release.createMany({ data: rows });
      await invalidateTags(tx, ...rows.map(({ lepId }) => `body:${lepId}`));
    },
    { timeout: 120_000 },
  );
}

/** Computes the opinion part for the strategies of these LEPs. Only with a release: see summariseOpinion. */
export async function refreshOpinion(lepIds: string[], now = new Date()): Promise<void> {
  for (const strategyId of await listStrategyIds(lepIds)) {
    await db().$transaction(
      async (tx) => {
        await writeOpinion(tx, strategyId, now);
        await invalidateStrategyPages(tx, strategyId);
      },
      { timeout: 600_000 },
    );
  }
}
