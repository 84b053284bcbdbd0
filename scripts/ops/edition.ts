import { Command } from "commander";
import { makeDueEditions, makeEditionNow } from "@/lib/summaries/editions/edition.commands";

export const editionCommand = new Command("edition")
  .description(
    "Makes the editions that are due, as the job does every minute. With a strategy: makes its next edition now, so that everyone can see what is ready.",
  )
  .argument("[strategy]", "its slug")
  .action(async (strategy: string | undefined) => {
    if (strategy === undefined) {
      const made = await makeDueEditions();
      process.stdout.write(made.length === 0 ? "No edition is due.\n" : `Made an edition of: ${made.join(", ")}.\n`);
      return;
    }
    process.stdout.write(`Made edition ${await makeEditionNow(strategy)} of ${strategy}.\n`);
  });
