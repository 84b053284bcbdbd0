import { rmSync } from "node:fs";
import { join } from "node:path";
import { closeDb } from "@/lib/database/client";
import { startEmbedded } from "@/lib/database/embedded-postgres";
import { setUpDatabase } from "@/prisma/seed/database-setup";
import { prepareReleases } from "@/prisma/seed/demo/crowd/prepare-releases";
import { readReleases, writeReleases } from "@/prisma/seed/demo/crowd/prepared-releases";

// npm run make-demo-releases: after the crowd of the demonstration has changed, or the method of releases. Makes the
// releases of its weeks, with their disclosure audit, and stores them in prisma/seed/demo. Takes some minutes. With
// --check it only compares them with those that are stored.
const folder = join(".data", "make-demo-releases");
rmSync(folder, { recursive: true, force: true });
const database = await startEmbedded(folder);
process.env.DATABASE_URL = database.url;
process.env.SECRET_KEY = "5ea1".repeat(16); // as in the tests, which make the figures again
try {
  await setUpDatabase(database.url);
  const prepared = await prepareReleases();
  if (!process.argv.includes("--check")) writeReleases(prepared);
  else if (JSON.stringify(prepared) !== JSON.stringify(readReleases())) throw new Error("The stored ones are others.");
} finally {
  await closeDb();
  database.stop();
}
