import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { createBackupKey } from "@/scripts/ops/backup/recipient-key";

export const backupKeyCommand = new Command("backup-key")
  .description("Creates a key pair for backups. Writes the private key to a file, and prints the public key.")
  .argument("<file>", "a new file for the private key; move it to another machine")
  .action((file: string) => {
    const { recipient, identity } = createBackupKey();
    const text = `# Opens the backups of At the Table sealed for ${recipient}\n${identity}\n`;
    writeFileSync(file, text, { mode: 0o600, flag: "wx" });
    process.stdout.write(`BACKUP_RECIPIENT=${recipient}\n`);
    process.stderr.write(
      `${file} opens every backup made with this key. Move it to a place this machine cannot read.\n`,
    );
  });
