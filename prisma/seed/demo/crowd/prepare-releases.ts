import { db } from "@/lib/database/client";
import { keyedHash } from "@/lib/security/encryption";
import { recordKey } from "@/lib/summaries/disclosure/cell-key-noise";
import { makeReleases } from "@/lib/summaries/releases/release.commands";
import { getReleaseState } from "@/lib/summaries/releases/release.queries";
import { storedCells, storedFamily } from "@/lib/summaries/releases/release.schema";
import { seedDemo } from "@/prisma/seed/demo";
import { mapMembers, type PreparedReleases, releaseWeeks } from "@/prisma/seed/demo/crowd/prepared-releases";

/**
 * Seeds the demonstration into an empty database and makes its releases by the command that makes every release, with its
 * disclosure audit, at the end of their weeks.
 */
export async function prepareReleases(): Promise<PreparedReleases> {
  const madeIn = new Map<number, number>();
  await seedDemo(db(), {
    onWeek: async (now, weeksAgo) => {
      if (!releaseWeeks.includes(weeksAgo)) return;
      const { number, refused } = await makeReleases(undefined, now);
      if (refused.length > 0) throw new Error(`could not be made safe: ${refused.join(", ")}`);
      madeIn.set(number, weeksAgo);
    },
  });
  return exportReleases(madeIn);
}

export async function exportReleases(madeIn: ReadonlyMap<number, number>): Promise<PreparedReleases> {
  const rows = await db().release.findMany({ orderBy: [{ number: "asc" }, { lepId: "asc" }] });
  const state = await getReleaseState();
  if (!state) throw new Error("no release was made");
  const participants = await db().participant.findMany({
    where: { comments: { some: {} } },
    orderBy: { id: "asc" },
    select: { id: true, strategyId: true },
  });
  const secret = keyedHash("record-keys", "1");
  const places = new Map(participants.map(({ id, strategyId }, at) => [recordKey(secret, id, strategyId), at]));
  return {
    people: participants.map(({ id, strategyId }) => [id, strategyId]),
    method: rows[0]?.method ?? "",
    families: Object.fromEntries(rows.map(({ lepId, family }) => [lepId, storedFamily.parse(family)])),
    releases: rows.map(({ lepId, number, cells }) => ({
      ...{ lepId, number, weeksAgo: madeIn.get(number) ?? 0, cells: storedCells.parse(cells) },
    })),
    state: mapMembers(state, (key) => {
      const place = places.get(key);
      if (place === undefined) throw new Error("a release counted somebody who is not there");
      return place;
    }),
  };
}
