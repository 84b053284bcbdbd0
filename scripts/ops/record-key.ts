import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { publicKeysText, type RecordPublicKey } from "@/lib/audit/head.rules";
import { isoDay } from "@/lib/dates";
import { createRecordKey, recordPublicKeys } from "@/lib/security/record-key";

export const recordKeyCommand = new Command("record-key")
  .description(
    "Makes the key that signs the daily heads of the record: writes the private key to a file, and prints the settings. Run it again to change the key.",
  )
  .argument("<file>", "a new file for the private key; the service reads it, and backups of the database leave it out")
  .action((file: string) => {
    const earlier = recordPublicKeys();
    const { privateKey, publicKey } = createRecordKey();
    const text = `# Signs the heads of the record of At the Table for ${publicKey}\n${privateKey}\n`;
    writeFileSync(file, text, { mode: 0o600, flag: "wx" });
    process.stdout.write(`RECORD_KEY_FILE=${file}\nRECORD_PUBLIC_KEYS=${settingAfter(earlier, publicKey)}\n`);
  });

/** The public keys with a new one from today; one without a first day counts from the first day there is. */
function settingAfter(earlier: readonly RecordPublicKey[], publicKey: string): string {
  const dated = earlier.map((key) => ({ ...key, from: key.from ?? "2026-01-01" }));
  return publicKeysText([...dated, { publicKey, from: isoDay(new Date()) }]);
}
