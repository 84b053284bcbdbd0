import type { OnProgress } from "@/lib/summaries/disclosure/suppression-search";
import { makeReleases, type ReleaseRun } from "@/lib/summaries/releases/release.commands";
import { refreshOpinion, refreshSummaryParts } from "@/lib/summaries/summary-part.commands";

/** The week's work: a release of every LEP that is due, where people stand there, then all that is counted besides. */
export async function publishReleases(progress?: OnProgress): Promise<ReleaseRun> {
  const run = await makeReleases(progress);
  await refreshOpinion(run.leps);
  await refreshSummaryParts();
  return run;
}
