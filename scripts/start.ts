import { serve } from "@/scripts/server/serve";
import { buildPages } from "@/scripts/setup/build-pages";

// Production, on this machine. Builds the pages first if they are not built from these sources.
await buildPages();
await serve({ dev: false });
