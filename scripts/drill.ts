import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { startEmbedded } from "@/lib/embedded-postgres";
import { build } from "@/scripts/build/build";

// What takes longer than a test may: each drill prints its figures, and says whether it went as it must.
build();
process.env.SECRET_KEY = randomBytes(32).toString("hex");
const folder = join(".data", "drill");
let embedded = await startEmbedded(folder);
process.env.DATABASE_URL = embedded.url;
try {
  const { makeDatabase } = await import("@/scripts/bench/fill"); // it reads the settings
  const { drills } = await import("@/scripts/drill/drills");
  const database = await makeDatabase(embedded.url, "drill", 1_000);
  const restart = async () => {
    embedded = await startEmbedded(folder);
  };
  for (const [name, drill] of Object.entries(drills)) {
    const { went, figures } = await drill({ database, restart });
    process.stdout.write(`${went ? "ok    " : "FAILED"} ${name}: ${figures}\n`);
    if (!went) process.exitCode = 1;
  }
} finally {
  embedded.stop();
}
