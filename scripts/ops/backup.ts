import { Command } from "commander";
import { env } from "@/lib/env";
import { parseRecipient } from "@/scripts/ops/backup/recipient-key";
import { writeBackup } from "@/scripts/ops/backup/writer";

export const backupCommand = new Command("backup")
  .description("Writes all data to a sealed file, as it was at one moment. The service can keep running.")
  .argument("<file>", "a new file; it appears when it is complete")
  .option("--recipient <key>", "the public key from `ops backup-key`; default: BACKUP_RECIPIENT")
  .action(async (file: string, { recipient = env().BACKUP_RECIPIENT }: { recipient?: string }) => {
    const key = recipient ? parseRecipient(recipient) : null;
    const { tables, rows, bytes } = await writeBackup(env().DATABASE_URL ?? "", file, key);
    const opener = key ? "the recipient's identity" : "SECRET_KEY";
    process.stdout.write(`${file}: ${rows} rows of ${tables} tables in ${bytes} bytes. Only ${opener} opens it.\n`);
    if (!key)
      process.stderr.write("Anyone who takes this machine can open it. Set BACKUP_RECIPIENT: see `ops backup-key`.\n");
  });
