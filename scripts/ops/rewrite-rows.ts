import { Command } from "commander";
import { rewriteRowOrder } from "@/lib/people/privacy/coarsening.commands";

export const rewriteRowsCommand = new Command("rewrite-rows")
  .description(
    "Rewrites tables so that they do not show the order in which rows arrived. The nightly job does this if the service owns the tables. If not, run this every night as the owner.",
  )
  .action(async () => {
    if (!(await rewriteRowOrder())) throw new Error("Only the owner of the tables can do this.");
    process.stdout.write("No table shows the order of arrival now, except any that were busy.\n");
  });
