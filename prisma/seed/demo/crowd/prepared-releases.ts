import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Tx } from "@/lib/database/client";
import { keyedHash } from "@/lib/security/encryption";
import { recordKey } from "@/lib/summaries/disclosure/cell-key-noise";
import { standardParameters } from "@/lib/summaries/disclosure/parameters";
import { releaseNote } from "@/lib/summaries/disclosure/publication";
import type { ReleaseState } from "@/lib/summaries/disclosure/release-state";
import { storedCells, storedFamily } from "@/lib/summaries/releases/release.schema";
import type { Prisma } from "@/prisma/generated/client";
import { weeksBefore } from "@/prisma/seed/demo/crowd/crowd-rows";

// The disclosure audit of a release computes for a minute, so the demonstration's are made beforehand by the command that
// makes every release (npm run make-demo-releases) and stored here. In place of a person's record key, which each
// installation makes with its own secret, the file has the person's place in `people`.

/** Weeks ago when a release was made. */
export const releaseWeeks = [8, 7, 6, 5, 4, 3, 2, 0];

const file = join("prisma", "seed", "demo", "crowd-releases.json");
const preparedReleases = z.object({
  /** Participants, with their strategies. */
  people: z.array(z.tuple([z.string(), z.string()])),
  method: z.string(),
  families: z.record(z.string(), storedFamily),
  releases: z.array(z.object({ lepId: z.string(), number: z.int(), weeksAgo: z.int(), cells: storedCells })),
  state: z.unknown(),
});
export type PreparedReleases = z.infer<typeof preparedReleases>;

export const readReleases = (): PreparedReleases => preparedReleases.parse(JSON.parse(readFileSync(file, "utf8")));
export const writeReleases = (prepared: PreparedReleases): void => {
  const { people, method, families, releases, state } = prepared;
  const lines = [
    `"people": ${JSON.stringify(people)}`,
    `"method": ${JSON.stringify(method)}`,
    `"families": ${JSON.stringify(families)}`,
    `"releases": [\n${releases.map((release) => JSON.stringify(release)).join(",\n")}\n]`,
    `"state": ${JSON.stringify(state)}`,
  ];
  writeFileSync(file, `{\n${lines.join(",\n")}\n}\n`);
};

export async function insertReleases(tx: Tx, now: Date): Promise<void> {
  const { people, method, families, releases, state } = readReleases();
  const secret = keyedHash("record-keys", "1");
  const keys = people.map(([participantId, strategyId]) => recordKey(secret, participantId, strategyId));
  await tx.release.createMany({
    data: releases.map(({ lepId, number, weeksAgo, cells }) => ({
      ...{ lepId, number, madeAt: weeksBefore(now, weeksAgo), method, note: releaseNote, cells },
      parameters: standardParameters as unknown as Prisma.InputJsonValue,
      family: families[lepId] ?? { themes: [], sectors: [], districts: [] },
    })),
  });
  const newest = weeksBefore(now, Math.min(...releases.map(({ weeksAgo }) => weeksAgo)));
  const own = mapMembers(state as ReleaseState, (place) => keys[place] ?? 0);
  await tx.releaseState.create({
    data: { id: 1, state: own as unknown as Prisma.InputJsonValue, savedAt: newest },
  });
}

/** The state with other numbers for its people, in ascending order as the release leaves them. */
export function mapMembers(
  { cells, leps, publicly, ...rest }: ReleaseState,
  map: (member: number) => number,
): ReleaseState {
  const mapAll = (members: readonly number[]) => members.map(map).sort((a, b) => a - b);
  return {
    ...rest,
    cells: Object.fromEntries(
      Object.entries(cells).map(([id, cell]) => [id, { ...cell, members: mapAll(cell.members) }]),
    ),
    leps: Object.fromEntries(Object.entries(leps).map(([id, lep]) => [id, { ...lep, members: mapAll(lep.members) }])),
    ...(publicly && {
      publicly: Object.fromEntries(
        Object.entries(publicly).map(([id, rows]) => [
          id,
          rows
            .map(([key, from, to]): [number, number, number] => [map(key), from, to])
            .sort(([a, x], [b, y]) => a - b || x - y),
        ]),
      ),
    }),
  };
}
