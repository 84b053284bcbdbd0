import { join } from "node:path";
import { build } from "@/scripts/build/build";
import { serveDemo } from "@/scripts/demo/serve-demo";

// A demonstration consultation on a database of its own. `npm run demo -- --fresh` starts it over.
build();
const fresh = process.argv.includes("--fresh");
process.exitCode = await serveDemo({ folder: join(".data", "demo"), fresh });
