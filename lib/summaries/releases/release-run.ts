import type { Progress } from "@/lib/summaries/disclosure/suppression-search";
import { type Released, releaseAll } from "@/lib/summaries/releases/release.commands";
import { countOpinion, countParts } from "@/lib/summaries/summary-part.commands";

/** The week's work: a release of every LEP that is due, where people stand there, then all that is counted besides. */
export async function publishReleases(progress?: Progress): Promise<Released> {
  const released = await releaseAll(progress);
  await countOpinion(released.leps);
  await countParts();
  return released;
}
