import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Embedded, startEmbedded } from "@/lib/database/embedded-postgres";
import { readEnv } from "@/lib/env";

/**
 * Makes this process ready to use the database: starts or joins the embedded PostgreSQL when DATABASE_URL is
 * unset, and fills in DATABASE_URL and SECRET_KEY. Call it before anything reads the settings.
 * @returns the embedded PostgreSQL, or null when another one is used
 */
export async function boot(): Promise<Embedded | null> {
  const settings = readEnv(process.env);
  if (settings.DATABASE_URL) return null;
  const embedded = await startEmbedded(settings.DATA_FOLDER);
  process.env.DATABASE_URL = embedded.url;
  if (!settings.SECRET_KEY && !settings.SECRET_KEY_FILE) process.env.SECRET_KEY = ownKey(settings.DATA_FOLDER);
  return embedded;
}

/** A key made once, kept beside the embedded database that it seals. */
function ownKey(folder: string): string {
  const file = join(folder, "secret-key");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  }
  return readFileSync(file, "utf8");
}
