import { Command } from "commander";
import { migrate } from "@/lib/database/migrations";
import { env } from "@/lib/env";
import { migrateJobs } from "@/lib/jobs/runner";

export const migrateCommand = new Command("migrate")
  .description("Applies any new migrations to the database. Safe to run again.")
  .action(async () => {
    const applied = await migrate(databaseUrl());
    await migrateJobs(databaseUrl());
    process.stdout.write(applied.length === 0 ? "Nothing to apply.\n" : `Applied: ${applied.join(", ")}\n`);
  });

/** Set by the bootstrap, whatever the environment had. */
function databaseUrl(): string {
  return env().DATABASE_URL ?? "";
}
