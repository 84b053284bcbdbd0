import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { z } from "zod";
import { reapplyErasures } from "@/lib/people/privacy/erasure.commands";
import { listErasedIds } from "@/lib/people/privacy/erasure.queries";

const ids = z.array(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/));
const list = z.object({ accounts: ids, participants: ids });

export const listErasedCommand = new Command("list-erased")
  .description(
    "Lists who has erased their data, by ids that identify nobody. Run it every hour, and store the file with the backups.",
  )
  .argument("<file>", "is replaced")
  .action(async (file: string) => {
    const erased = await listErasedIds();
    writeFileSync(`${file}.partial`, `${JSON.stringify(erased)}\n`, { mode: 0o600 });
    renameSync(`${file}.partial`, file);
    process.stdout.write(`${erased.accounts.length} accounts, ${erased.participants.length} participants.\n`);
  });

export const eraseAgainCommand = new Command("erase-again")
  .description("After you restore an older backup: erases again everyone who has erased their data since.")
  .argument("<file>", "the file that list-erased wrote")
  .action(async (file: string) => {
    const erased = list.parse(JSON.parse(readFileSync(file, "utf8")));
    await reapplyErasures(erased);
    process.stdout.write(
      `${erased.accounts.length} accounts and ${erased.participants.length} participants have been erased.\n`,
    );
  });
