import { Command } from "commander";
import { env } from "@/lib/env";
import { writeBackup } from "@/scripts/ops/backup/writer";

export const backupCommand = new Command("backup")
  .description("Writes all data to a file, sealed by SECRET_KEY, as it is at one moment. The service may run on.")
  .argument("<file>", "a new file; it appears when it is whole")
  .action(async (file: string) => {
    const { tables, rows, bytes } = await writeBackup(env().DATABASE_URL ?? "", file);
    process.stdout.write(`${file}: ${rows} rows of ${tables} tables in ${bytes} bytes. Only SECRET_KEY opens it.\n`);
  });
