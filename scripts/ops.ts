import { generateClient } from "@/scripts/setup/generate-client";

generateClient();
const { runOps } = await import("@/scripts/ops/program"); // it needs what was generated
await runOps();
