import { build } from "@/scripts/build/build";
import { serve } from "@/scripts/serve/serve";

// Production, on this machine. Builds the pages first if they are not built from these sources.
build();
await serve({ dev: false });
