import { generateClient } from "@/scripts/setup/generate-client";

// Everything that an install does not do by itself. Quick when there is nothing to do.
generateClient();
