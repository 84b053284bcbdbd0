import { makeRelease } from "@/lib/summaries/disclosure/release";
import { notGiven, otherTheme, sectorGroups, unknownDistrictId } from "@/lib/summaries/releases/release-table.rules";
import { readReference } from "@/prisma/reference/read";
import { makeContributors } from "@/scripts/bench/synthetic-contributors";

export type ReleaseBench = {
  leps: number;
  people: number;
  figures: number;
  shown: number;
  hidden: number;
  refused: number;
  seconds: number;
  processorSeconds: number;
  peakMegabytes: number;
};

/**
 * A first release of all 38 LEPs at once, each with about so many contributors. The peak is that of the process so
 * far, so run it in a process of its own.
 */
export async function benchRelease(people = 100): Promise<ReleaseBench> {
  const leps = readReference<{ id: string; kindId: string }>("bodies").flatMap(({ id, kindId }) =>
    kindId === "lep" ? [id] : [],
  );
  const memberships = readReference<{ bodyId: string; districtId: string; vintage: string }>("body-districts").flatMap(
    ({ bodyId, districtId, vintage }) =>
      vintage === "2021" && leps.includes(bodyId) ? [{ district: districtId, lep: bodyId }] : [],
  );
  const themes = readReference<{ id: string; family: string }>("themes").flatMap(({ id, family }) =>
    family === "foundation" ? [id] : [],
  );
  const family = {
    themes: [...themes, otherTheme],
    sectors: [...Object.keys(sectorGroups), notGiven],
    memberships: [...leps.map((lep) => ({ district: unknownDistrictId(lep), lep })), ...memberships],
  };
  const contributors = makeContributors({ seed: 1, people, family });
  const [start, before] = [performance.now(), process.cpuUsage()];
  const { published, suppressions, refused } = await makeRelease({ family, secret: "bench", contributors });
  const { user, system } = process.cpuUsage(before);
  const figures = Object.values(published.leps).flat();
  return {
    leps: Object.keys(published.leps).length,
    people: contributors.length,
    figures: figures.length,
    shown: figures.filter(({ count }) => count !== null).length,
    hidden: suppressions.length,
    refused: refused.length,
    seconds: Math.round((performance.now() - start) / 100) / 10,
    processorSeconds: Math.round((user + system) / 1e5) / 10,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
