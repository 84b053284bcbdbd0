import { serve } from "@/scripts/server/serve";
import { build } from "@/scripts/setup/build-pages";

// Production, on this machine. Builds the pages first if they are not built from these sources.
build();
await serve({ dev: false });
