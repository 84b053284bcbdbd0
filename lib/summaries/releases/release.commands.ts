import { db, markStale } from "@/lib/database/client";
import { weekOf } from "@/lib/dates";
import { Conflict } from "@/lib/errors";
import { keyedHash } from "@/lib/security/encryption";
import { makeRelease, type Release } from "@/lib/summaries/disclosure/release";
import type { Progress } from "@/lib/summaries/disclosure/suppression-search";
import { getFamily, getReleaseState, listContributors } from "@/lib/summaries/releases/release.queries";
import type { StoredCells } from "@/lib/summaries/releases/release.rules";
import type { Prisma } from "@/prisma/generated/client";

/**
 * number: of the run; leps: who has a new release; refused: who was due, and could not be made safe; before: the day of
 * this week's release, when there was one already and none was made.
 */
export type Released = { number: number; leps: string[]; refused: string[]; before: string | null };

/**
 * Makes the next release of every LEP that is due, audited before a figure goes out. It works for seconds to minutes
 * outside any transaction, then writes the releases and the state at once. One run a week makes releases: with more,
 * what a cell shows could be drawn until it moves.
 * @throws Conflict when another run finished meanwhile; nothing is written then
 */
export async function releaseAll(progress?: Progress, now = new Date()): Promise<Released> {
  const last = await db().release.findFirst({ orderBy: { madeAt: "desc" }, select: { number: true, madeAt: true } });
  if (last && weekOf(last.madeAt).getTime() === weekOf(now).getTime()) {
    return { number: last.number, leps: [], refused: [], before: last.madeAt.toISOString().slice(0, 10) };
  }
  const [family, contributors, previous] = await Promise.all([getFamily(), listContributors(), getReleaseState()]);
  const made = await makeRelease({
    family,
    secret: Buffer.from(keyedHash("release-draws", "1")).toString("hex"),
    contributors,
    ...(previous && { previous }),
    ...(progress && { progress }),
  });
  const leps = Object.keys(made.published.leps);
  if (leps.length > 0) await save(made, previous?.release ?? 0, now);
  return { number: made.published.release, leps, refused: made.refused, before: null };
}

async function save({ published, state }: Release, before: number, now: Date): Promise<void> {
  const rows = Object.entries(published.leps).map(([lepId, figures]) => {
    const names = (of: "theme" | "sector" | "district", total: string) =>
      [...new Set(figures.map((figure) => figure[of]))].filter((name) => name !== total);
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
      if (latest !== before) throw new Conflict("Another release was made meanwhile. Nothing was written.");
      const kept = { state: state as unknown as Prisma.InputJsonValue, savedAt: now };
      await tx.releaseState.upsert({ where: { id: 1 }, create: kept, update: kept });
      await tx.release.createMany({ data: rows });
      await markStale(tx, ...rows.map(({ lepId }) => `body:${lepId}`));
    },
    { timeout: 120_000 },
  );
}
