import { checks, reportCheck } from "@/scripts/check/checks";
import { auditDependencies, reportAudit } from "@/scripts/check/dependency-audit";
import { generateClient } from "@/scripts/setup/generate-client";
import { programs, runProgram } from "@/scripts/setup/run-program";

// Format, lint, types, boundaries, whether schema and migrations agree, and holes in packages: in seconds, all at once.
generateClient();
const results = await Promise.all([
  ...checks.map(async ({ name, run }) => reportCheck(name, await run())),
  runProgram([programs.vitest, "run", "scripts/check"]).then((result) =>
    reportCheck("boundaries, schema and migrations", result),
  ),
  auditDependencies().then((result) => reportAudit(result)),
]);
process.exitCode = results.every(Boolean) ? 0 : 1;
