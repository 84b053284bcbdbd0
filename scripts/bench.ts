import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/lib/database/embedded-postgres";
import { buildPages } from "@/scripts/setup/build-pages";

// The benchmarks: each compares two servers within one run. Prints tables, writes bench-results.json.
await buildPages();
process.env.SECRET_KEY = randomBytes(32).toString("hex");
const embedded = await startEmbedded(join(".data", "bench"));
try {
  process.env.DATABASE_URL = embedded.url;
  const { compareAll } = await import("@/scripts/bench/comparisons"); // it reads the settings
  const results = await compareAll(embedded.url);
  const { printReport } = await import("@/scripts/bench/report");
  process.exitCode = printReport(results) ? 0 : 1;
  const { benchSummaries, summaryBenchText } = await import("@/scripts/bench/summaries");
  const summaries = await benchSummaries(embedded.url);
  process.stdout.write(`${summaryBenchText(summaries)}\n`);
  const machine = { node: process.version, processor: cpus()[0]?.model, cores: cpus().length };
  writeFileSync(
    "bench-results.json",
    `${JSON.stringify({ at: new Date(), machine, ...results, summaries }, null, 2)}\n`,
  );
} finally {
  embedded.stop();
}
