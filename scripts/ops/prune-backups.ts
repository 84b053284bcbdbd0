import { Command } from "commander";
import { pruneBackups } from "@/scripts/ops/backup/pruning";

export const pruneBackupsCommand = new Command("prune-backups")
  .description(
    "Deletes the backups in a folder that are older than 35 days, so that what people had erased ages out. Run it every night where backups are kept. It opens none, and needs no key.",
  )
  .argument("<folder>", "where the backups are; other files are left alone")
  .action(async (folder: string) => {
    const { deleted, remaining } = await pruneBackups(folder);
    process.stdout.write(
      `${deleted.length} deleted, ${remaining} kept.\n${deleted.map((name) => `  ${name}\n`).join("")}`,
    );
  });
