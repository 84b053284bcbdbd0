import { rmSync } from "node:fs";
import { join } from "node:path";
import { startEmbedded } from "@/lib/database/embedded-postgres";
import { generateClient } from "@/scripts/setup/generate-client";

// npm run make-demo-releases: after the crowd of the demonstration has changed, or the method of releases. Makes the
// releases of its weeks, with their disclosure audit, and stores them in prisma/seed/demo. Takes some minutes. With
// --check it only compares them with those that are stored.
generateClient();
const { closeDb } = await import("@/lib/database/client"); // it needs the generated client, and so do the others
const { setUpDatabase } = await import("@/prisma/seed/database-setup");
const { prepareReleases } = await import("@/prisma/seed/demo/crowd/prepare-releases");
const { readReleases, writeReleases } = await import("@/prisma/seed/demo/crowd/prepared-releases");
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
