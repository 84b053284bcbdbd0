import { serve } from "@/scripts/serve/serve";
import { bundleEnhance } from "@/scripts/setup/bundle-enhance";
import { generateClient } from "@/scripts/setup/generate-client";

// Development: pages are made from the sources as they are now, and none is kept in memory.
generateClient();
bundleEnhance();
await serve({ dev: true });
