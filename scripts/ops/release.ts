import { Command } from "commander";
import { publishReleases } from "@/lib/summaries/publish";

export const releaseCommand = new Command("release")
  .description("Makes the next release of every LEP with 10 new contributors or more, as the weekly job does.")
  .action(async () => {
    const { number, leps, refused } = await publishReleases(({ what, left }) => {
      process.stderr.write(`audit: ${what}, ${left} left\n`);
    });
    process.stdout.write(
      leps.length === 0 ? "No LEP is due for a release.\n" : `Release ${number}: ${leps.join(", ")}.\n`,
    );
    if (refused.length > 0) process.stdout.write(`Could not be made safe: ${refused.join(", ")}.\n`);
  });
