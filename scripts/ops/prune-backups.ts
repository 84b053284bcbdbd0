import { Command } from "commander";
import { pruneBackups } from "@/scripts/ops/backup/pruning";

export const pruneBackupsCommand = new Command("prune-backups")
  .description(
    "Deletes backups in a folder that are older than 35 days, so that erased data disappears from backups too. Run it every night where you store backups. It does not open backups, and needs no key.",
  )
  .argument("<folder>", "where the backups are; other files are not touched")
  .action(async (folder: string) => {
    const { deleted, remaining } = await pruneBackups(folder);
    process.stdout.write(
      `${deleted.length} deleted, ${remaining} kept.\n${deleted.map((name) => `  ${name}\n`).join("")}`,
    );
  });
