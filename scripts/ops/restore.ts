import { readFileSync } from "node:fs";
import { Command } from "commander";
import { verifyChains } from "@/lib/audit/verification.queries";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { env } from "@/lib/env";
import { readBackup } from "@/scripts/ops/backup/reader";
import { parseIdentity } from "@/scripts/ops/backup/recipient-key";

export const restoreCommand = new Command("restore")
  .description("Restores a backup into an empty database, all or nothing, then checks every count and chain.")
  .argument("<file>", "the file that `ops backup` wrote")
  .option("--identity <file>", "the private key, if it was sealed for a recipient")
  .action(async (file: string, { identity }: { identity?: string }) => {
    const key = identity ? parseIdentity(readFileSync(identity, "utf8")) : null;
    const { madeAt, tables, rows } = await readBackup(env().DATABASE_URL ?? "", file, key);
    process.stdout.write(`Restored ${rows} rows of ${tables} tables, as they were at ${madeAt}.\n`);
    const counts = await findTallyDifferences();
    const faults = (await verifyChains()).flatMap((chain) => chain.faults);
    const isConsistent = counts.length + faults.length === 0;
    process.stdout.write(
      isConsistent ? "Counts and chains are correct.\n" : "Counts or chains differ: see `ops verify`.\n",
    );
    if (!isConsistent) process.exitCode = 1;
  });
