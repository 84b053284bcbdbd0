import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import pg from "pg";
import { bootstrapDatabase } from "@/lib/database/bootstrap";
import { closeDb, db } from "@/lib/database/client";
import { setUpDatabase } from "@/prisma/seed/database-setup";
import { seedDemo } from "@/prisma/seed/demo";
import { step } from "@/scripts/setup/progress";

type DemoOptions = {
  /** Of the demonstration's own embedded database. */
  folder: string;
  /** Whether what people wrote in it before is thrown away. */
  fresh: boolean;
  /** Whether the crowd is in it, or the cast alone. */
  crowd: boolean;
  /** More settings of the server. */
  env?: Record<string, string>;
  /** Begins something beside the server, once the database is filled. @returns how to end it */
  beside?: () => Promise<() => Promise<void>>;
  /** A file for the server's output, instead of the terminal; its errors go to both. */
  log?: string;
};

/**
 * Fills a database of its own with the demonstration, serves it, and stops both on a signal.
 * @returns the server's exit code
 */
export async function serveDemo({ folder, fresh, crowd, env = {}, beside, log }: DemoOptions): Promise<number> {
  // never anybody else's database, whatever the environment names
  const { DATABASE_URL: _url, SECRET_KEY: _key, SECRET_KEY_FILE: _file, ...ownEnv } = process.env;
  for (const name of ["DATABASE_URL", "SECRET_KEY", "SECRET_KEY_FILE"]) delete process.env[name];
  process.env.DATA_FOLDER = folder;
  const embedded = await step("Starting the database", bootstrapDatabase);
  if (!embedded) throw new Error("The demonstration runs on its own embedded database only.");
  try {
    if (fresh) await dropEverything(embedded.url);
    await step("Creating tables, places and strategies", () => setUpDatabase(embedded.url));
    await step("Writing the demonstration", () => seedDemo(db(), crowd ? {} : null));
    await closeDb();
    const end = await beside?.();
    const settings = { NODE_ENV: "production" as const, DATA_FOLDER: folder, DEMO: "1", EDITIONS: "minute", ...env };
    const code = await serve({ ...ownEnv, ...settings }, log);
    await end?.();
    return code;
  } finally {
    embedded.stop();
  }
}

function serve(env: NodeJS.ProcessEnv, log?: string): Promise<number> {
  const server = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    stdio: log ? ["inherit", "pipe", "pipe"] : "inherit",
    env,
  });
  if (log) {
    const file = createWriteStream(log);
    server.stdout?.pipe(file, { end: false });
    server.stderr?.pipe(file, { end: false });
    server.stderr?.pipe(process.stderr);
  }
  // a terminal signals both processes, a supervisor only this one
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
  return new Promise((done) => server.on("close", (code) => done(code ?? 0)));
}

async function dropEverything(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("DROP SCHEMA public CASCADE; DROP SCHEMA IF EXISTS graphile_worker CASCADE; CREATE SCHEMA public");
  await client.end();
}
