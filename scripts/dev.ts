import { serve } from "@/scripts/server/serve";
import { bundleEnhance } from "@/scripts/setup/bundle-browser-scripts";
import { generateClient } from "@/scripts/setup/generate-client";

// Development: pages are made from the sources as they are now, and none is kept in memory.
generateClient();
bundleEnhance();
await serve({ dev: true });
