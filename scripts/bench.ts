import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/lib/database/embedded-postgres";
import { buildPages } from "@/scripts/setup/build-pages";

// The benchmarks: each compares two servers within one run. Prints tables, writes bench-results.json.
// `npm run bench -- edition 100000` makes editions of a strategy with so many comments alone; `npm run bench -- writes 20000`
// sends comments and reactions alone; `npm run bench -- pages` makes pages anew alone.
const [only, size = "100000"] = process.argv.slice(2);
if (only !== undefined && !["edition", "writes", "pages"].includes(only))
  throw new Error("Nothing is run alone but: edition, writes, pages");
if (only !== "edition") await buildPages();
process.env.SECRET_KEY = randomBytes(32).toString("hex");
const embedded = await startEmbedded(join(".data", "bench"));
try {
  process.env.DATABASE_URL = embedded.url;
  if (only === "writes") await benchWritesAlone();
  else if (only === "pages") await benchPagesAlone();
  else if (only) await benchEditionsAlone();
  else await benchAll();
} finally {
  embedded.stop();
}

async function benchEditionsAlone(): Promise<void> {
  const { benchEditions, editionBenchText } = await import("@/scripts/bench/summaries");
  process.stdout.write(`${editionBenchText(await benchEditions(embedded.url, Number(size))).join("\n")}\n`);
}

async function benchWritesAlone(): Promise<void> {
  const { compareWrites } = await import("@/scripts/bench/comparisons");
  const { writeBenchText } = await import("@/scripts/bench/writes");
  process.stdout.write(`${writeBenchText(await compareWrites(embedded.url, Number(size))).join("\n")}\n`);
}

async function benchPagesAlone(): Promise<void> {
  const { benchColdPages, coldPageText } = await import("@/scripts/bench/cold-pages");
  process.stdout.write(`${coldPageText(await benchColdPages(embedded.url))}\n`);
}

async function benchAll(): Promise<void> {
  const { compareAll } = await import("@/scripts/bench/comparisons"); // it reads the settings
  const results = await compareAll(embedded.url);
  const { printReport } = await import("@/scripts/bench/report");
  process.exitCode = printReport(results) ? 0 : 1;
  const { benchColdPages, coldPageText } = await import("@/scripts/bench/cold-pages");
  const coldPages = await benchColdPages(embedded.url);
  process.stdout.write(`${coldPageText(coldPages)}\n`);
  const { benchSummaries, summaryBenchText } = await import("@/scripts/bench/summaries");
  const summaries = await benchSummaries(embedded.url);
  process.stdout.write(`${summaryBenchText(summaries)}\n`);
  const machine = { node: process.version, processor: cpus()[0]?.model, cores: cpus().length };
  writeFileSync(
    "bench-results.json",
    `${JSON.stringify({ at: new Date(), machine, ...results, coldPages, summaries }, null, 2)}\n`,
  );
}
