import { Command } from "commander";
import { makeReleases, refreshOpinion } from "@/lib/summaries/releases/release.commands";

export const releaseCommand = new Command("release")
  .description(
    "Makes the week’s release of every LEP or other body with 10 new contributors or more, as the weekly job does.",
  )
  .action(async () => {
    const { number, leps, refused, alreadyMadeOn } = await makeReleases(({ protection, remaining }) => {
      process.stderr.write(`audit: ${protection} protection, ${remaining} left\n`);
    });
    await refreshOpinion(leps);
    if (alreadyMadeOn) {
      process.stdout.write(
        `Release ${number} was made on ${alreadyMadeOn}, and there is one a week: no other was made.\n`,
      );
      return;
    }
    process.stdout.write(
      leps.length === 0 ? "Nobody is due for a release.\n" : `Release ${number}: ${leps.join(", ")}.\n`,
    );
    if (refused.length > 0) process.stdout.write(`Could not be made safe: ${refused.join(", ")}.\n`);
  });
