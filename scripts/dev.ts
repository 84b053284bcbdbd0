import { serve } from "@/scripts/server/serve";
import { bundleBrowserScripts } from "@/scripts/setup/bundle-browser-scripts";
import { generateClient } from "@/scripts/setup/generate-client";

// Development: pages are made from the sources as they are now, and none is cached.
generateClient();
bundleBrowserScripts();
await serve({ dev: true });
