import { checks, report } from "@/scripts/check/checks";
import { audit, reportAudit } from "@/scripts/check/dependency-audit";
import { generateClient } from "@/scripts/setup/generate-client";
import { programs, run } from "@/scripts/setup/run-program";

// Format, lint, types, boundaries, whether schema and migrations agree, and holes in packages: in seconds, all at once.
generateClient();
const results = await Promise.all([
  ...checks.map(async ({ name, go }) => report(name, await go())),
  run([programs.vitest, "run", "scripts/check"]).then((ran) => report("boundaries, schema and migrations", ran)),
  audit().then((result) => reportAudit(result)),
]);
process.exitCode = results.every(Boolean) ? 0 : 1;
