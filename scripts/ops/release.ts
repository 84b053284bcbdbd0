import { Command } from "commander";
import { makeReleases, refreshOpinion } from "@/lib/summaries/releases/release.commands";
import { listLepsWithoutOpinion } from "@/lib/summaries/releases/release.queries";

export const releaseCommand = new Command("release")
  .description(
    "Makes this week’s release for every LEP or other body with at least 10 new contributors, as the weekly job does.",
  )
  .action(async () => {
    const { number, leps, refused, alreadyMadeOn } = await makeReleases(({ protection, remaining }) => {
      process.stderr.write(`audit: ${protection} protection, ${remaining} left\n`);
    });
    await refreshOpinion([...new Set([...leps, ...(await listLepsWithoutOpinion())])]);
    if (alreadyMadeOn) {
      process.stdout.write(
        `Release ${number} was made on ${alreadyMadeOn}. There is one release a week, so no other was made.\n`,
      );
      return;
    }
    process.stdout.write(leps.length === 0 ? "No release is due.\n" : `Release ${number}: ${leps.join(", ")}.\n`);
    if (refused.length > 0) process.stdout.write(`Could not be made safe: ${refused.join(", ")}.\n`);
  });
