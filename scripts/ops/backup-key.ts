import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { createBackupKey } from "@/scripts/ops/backup/recipient-key";

export const backupKeyCommand = new Command("backup-key")
  .description("Makes the key pair of backups: writes the private key to a file, and prints the public one.")
  .argument("<file>", "a new file for the private key; take it off this machine")
  .action((file: string) => {
    const { recipient, identity } = createBackupKey();
    const text = `# Opens the backups of At the Table that were sealed for ${recipient}\n${identity}\n`;
    writeFileSync(file, text, { mode: 0o600, flag: "wx" });
    process.stdout.write(`BACKUP_RECIPIENT=${recipient}\n`);
    process.stderr.write(
      `${file} opens every backup made with it. Move it to a place that this machine cannot read.\n`,
    );
  });
