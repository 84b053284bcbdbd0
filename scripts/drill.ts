import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { startEmbedded } from "@/lib/database/embedded-postgres";
import { buildPages } from "@/scripts/setup/build-pages";
import { freePort } from "@/scripts/test/free-port";

// What takes longer than a test may: each drill prints its figures and whether it passed.
// `npm run drill -- killed` does those with "killed" in their name.
await buildPages();
const [filter = ""] = process.argv.slice(2);
process.env.SECRET_KEY = randomBytes(32).toString("hex");
const folder = join(".data", "drill");
let embedded = await startEmbedded(folder);
process.env.DATABASE_URL = embedded.url;
process.env.SMTP_URL = `smtp://127.0.0.1:${await freePort()}`;
try {
  const { createBenchDatabase } = await import("@/scripts/bench/bench-database"); // it reads the settings
  const { drills } = await import("@/scripts/drill/drills");
  const { createCleanDatabase } = await import("@/scripts/drill/clean-database");
  const database = await createBenchDatabase(embedded.url, "drill", 1_000);
  const restart = async () => {
    embedded = await startEmbedded(folder);
  };
  const clean = () => createCleanDatabase(embedded.url, "drill_clean");
  for (const [name, drill] of Object.entries(drills)) {
    if (!name.includes(filter)) continue;
    const { hasPassed, figures } = await drill({ database, clean, restart });
    process.stdout.write(`${hasPassed ? "ok    " : "FAILED"} ${name}: ${figures}\n`);
    if (!hasPassed) process.exitCode = 1;
  }
} finally {
  embedded.stop();
}
