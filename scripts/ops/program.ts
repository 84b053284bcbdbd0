import { Command } from "commander";
import { bootstrapDatabase } from "@/lib/database/bootstrap";
import { closeDb } from "@/lib/database/client";
import type { EmbeddedPostgres } from "@/lib/database/embedded-postgres";

/** The commands by their names, in the order of the help. Only the one that runs is loaded: together they take a second. */
export const commands: Record<string, () => Promise<Command>> = {
  migrate: async () => (await import("@/scripts/ops/migrate")).migrateCommand,
  "limit-role": async () => (await import("@/scripts/ops/database-role")).limitRoleCommand,
  "seed-reference": async () => (await import("@/scripts/ops/seed-reference")).seedReferenceCommand,
  verify: async () => (await import("@/scripts/ops/verify")).verifyCommand,
  grant: async () => (await import("@/scripts/ops/grant")).grantCommand,
  import: async () => (await import("@/scripts/ops/import")).importCommand,
  export: async () => (await import("@/scripts/ops/export")).exportCommand,
  backup: async () => (await import("@/scripts/ops/backup")).backupCommand,
  "backup-key": async () => (await import("@/scripts/ops/backup-key")).backupKeyCommand,
  "prune-backups": async () => (await import("@/scripts/ops/prune-backups")).pruneBackupsCommand,
  "list-erased": async () => (await import("@/scripts/ops/erasures")).listErasedCommand,
  "erase-again": async () => (await import("@/scripts/ops/erasures")).eraseAgainCommand,
  restore: async () => (await import("@/scripts/ops/restore")).restoreCommand,
  "rotate-keys": async () => (await import("@/scripts/ops/rotate-keys")).rotateKeysCommand,
  "rewrite-rows": async () => (await import("@/scripts/ops/rewrite-rows")).rewriteRowsCommand,
  edition: async () => (await import("@/scripts/ops/edition")).editionCommand,
  release: async () => (await import("@/scripts/ops/release")).releaseCommand,
  check: async () => (await import("@/scripts/ops/moderation-checks")).moderationChecksCommand,
  mail: async () => (await import("@/scripts/ops/mail")).mailCommand,
  "second-looks": async () => (await import("@/scripts/ops/second-looks")).secondLooksCommand,
  "record-key": async () => (await import("@/scripts/ops/record-key")).recordKeyCommand,
};

/** What an operator does, a file a command. With no DATABASE_URL it works on the embedded PostgreSQL. */
export async function runOps(): Promise<void> {
  const ops = new Command("ops")
    .description("Commands for operators. Each command has its own --help.")
    .showHelpAfterError();
  const [name = ""] = process.argv.slice(2);
  const needed = commands[name] ? [commands[name]] : Object.values(commands);
  for (const load of needed) ops.addCommand(await load());

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
