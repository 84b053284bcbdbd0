import { Command } from "commander";
import { bootstrapDatabase } from "@/lib/database/bootstrap";
import { closeDb } from "@/lib/database/client";
import type { EmbeddedPostgres } from "@/lib/database/embedded-postgres";
import { backupCommand } from "@/scripts/ops/backup";
import { backupKeyCommand } from "@/scripts/ops/backup-key";
import { limitRoleCommand } from "@/scripts/ops/database-role";
import { editionCommand } from "@/scripts/ops/edition";
import { eraseAgainCommand, listErasedCommand } from "@/scripts/ops/erasures";
import { exportCommand } from "@/scripts/ops/export";
import { grantCommand } from "@/scripts/ops/grant";
import { importCommand } from "@/scripts/ops/import";
import { mailCommand } from "@/scripts/ops/mail";
import { migrateCommand } from "@/scripts/ops/migrate";
import { moderationChecksCommand } from "@/scripts/ops/moderation-checks";
import { pruneBackupsCommand } from "@/scripts/ops/prune-backups";
import { recordKeyCommand } from "@/scripts/ops/record-key";
import { releaseCommand } from "@/scripts/ops/release";
import { restoreCommand } from "@/scripts/ops/restore";
import { rewriteRowsCommand } from "@/scripts/ops/rewrite-rows";
import { rotateKeysCommand } from "@/scripts/ops/rotate-keys";
import { secondLooksCommand } from "@/scripts/ops/second-looks";
import { seedReferenceCommand } from "@/scripts/ops/seed-reference";
import { verifyCommand } from "@/scripts/ops/verify";

/** What an operator does, a file a command. With no DATABASE_URL it works on the embedded PostgreSQL. */
export async function runOps(): Promise<void> {
  const ops = new Command("ops")
    .description("Commands for operators. Each command has its own --help.")
    .showHelpAfterError();
  const commands = [
    migrateCommand,
    limitRoleCommand,
    seedReferenceCommand,
    verifyCommand,
    grantCommand,
    importCommand,
    exportCommand,
    backupCommand,
    backupKeyCommand,
    pruneBackupsCommand,
    listErasedCommand,
    eraseAgainCommand,
    restoreCommand,
    rotateKeysCommand,
    rewriteRowsCommand,
    editionCommand,
    releaseCommand,
    moderationChecksCommand,
    mailCommand,
    secondLooksCommand,
    recordKeyCommand,
  ];
  for (const command of commands) ops.addCommand(command);

  let embedded = null as EmbeddedPostgres | null;
  ops.hook("preAction", async () => {
    embedded = await bootstrapDatabase();
  });
  try {
    await ops.parseAsync();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  } finally {
    await closeDb();
    embedded?.stop();
  }
}
