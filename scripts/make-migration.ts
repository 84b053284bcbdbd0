import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmbedded } from "@/lib/database/embedded-postgres";
import { type SchemaFile, schemaSql } from "@/lib/database/migrations";

// npm run make-migration -- a_name: what changed in prisma/schema since the last commit, as a new migration.
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name))
  throw new Error("Name the migration by its one intent: npm run make-migration -- say_why_closed");

const database = await startEmbedded(join(".data", "make-migration"));
try {
  const sql = await schemaSql(database.url, committedSchema());
  if (sql.trim() === "" || sql.includes("This is an empty migration")) {
    process.stdout.write("The schema is as it was committed: there is nothing to migrate.\n");
  } else {
    const folder = join("prisma", "migrations", `${timestamp(new Date())}_${name}`);
    mkdirSync(folder);
    writeFileSync(join(folder, "migration.sql"), sql);
    process.stdout.write(`${join(folder, "migration.sql")}: read it, and say of each index which query it serves.\n`);
  }
} finally {
  database.stop();
}

function committedSchema(): SchemaFile[] {
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" });
  const files = git("ls-tree", "--name-only", "HEAD", "prisma/schema/").split("\n").filter(Boolean);
  return files.map((path) => ({ path, content: git("show", `HEAD:${path}`) }));
}

function timestamp(now: Date): string {
  return now.toISOString().replace(/[-:T]/g, "").slice(0, 14);
}
