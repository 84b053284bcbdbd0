import { Command } from "commander";
import { rewriteRowOrder } from "@/lib/people/privacy/coarsening.commands";

export const rewriteRowsCommand = new Command("rewrite-rows")
  .description(
    "Rewrites tables without the order in which rows arrived, as the nightly job does where the service owns the tables. Run it every night as the owner where it does not.",
  )
  .action(async () => {
    if (!(await rewriteRowOrder())) throw new Error("Only the owner of the tables may do this.");
    process.stdout.write("No table has its order of arrival any more, but for what was busy.\n");
  });
