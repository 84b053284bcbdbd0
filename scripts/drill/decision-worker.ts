import { runDecisionRace } from "@/scripts/drill/decision-race";

// A process of its own, for a drill that kills it: decides the cases that it is given, and reports each one that was decided.
const { reps, caseIds } = JSON.parse(process.argv[2] ?? "{}");
process.stdout.write("ready\n");
await runDecisionRace(reps, caseIds, (id) => process.stdout.write(`${id}\n`));
process.exit(0);
