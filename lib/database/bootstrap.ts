import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type EmbeddedPostgres, startEmbedded } from "@/lib/database/embedded-postgres";
import { readEnv } from "@/lib/env";

/**
 * Prepares this process to use the database: starts or joins the embedded PostgreSQL when DATABASE_URL is unset, and
 * sets DATABASE_URL and SECRET_KEY. Call it before anything reads the settings.
 * @returns the embedded PostgreSQL, or null when DATABASE_URL names another
 */
export async function bootstrapDatabase(): Promise<EmbeddedPostgres | null> {
  const settings = readEnv(process.env);
  if (settings.DATABASE_URL) return null;
  const embedded = await startEmbedded(settings.DATA_FOLDER);
  process.env.DATABASE_URL = embedded.url;
  if (!settings.SECRET_KEY && !settings.SECRET_KEY_FILE) process.env.SECRET_KEY = localSecretKey(settings.DATA_FOLDER);
  return embedded;
}

/** A key generated once and stored beside the embedded database whose contents it seals. */
function localSecretKey(folder: string): string {
  const file = join(folder, "secret-key");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  }
  return readFileSync(file, "utf8");
}
