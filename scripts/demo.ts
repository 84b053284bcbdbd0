import { join } from "node:path";
import { buildPages } from "@/scripts/setup/build-pages";

// A demonstration on a database of its own. `npm run demo -- --fresh` starts it over.
await buildPages();
const { serveDemo } = await import("@/scripts/server/serve-demo"); // it needs what was built
const fresh = process.argv.includes("--fresh");
process.exitCode = await serveDemo({ folder: join(".data", "demo"), fresh, crowd: true });
