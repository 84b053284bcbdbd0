import { verifyChains } from "@/lib/audit/verification.queries";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { closeDb, db } from "@/lib/database/client";
import { listFaults, makeCases, makeReps, runDecisionRace } from "@/scripts/drill/decision-race";
import { killDecisionWorker } from "@/scripts/drill/decision-worker-kill";
import type { DrillContext, DrillResult } from "@/scripts/drill/drills";

/** Fifty reps at once on five hundred cases: none decided twice, none lost, every chain intact. */
export async function decideAtOnce({ database }: DrillContext): Promise<DrillResult> {
  return onDatabase(database.url, async () => {
    const ids = await makeCases("once", 500);
    const reps = await makeReps(50);
    const began = Date.now();
    const { decided, conflicts, unexpected } = await runDecisionRace(reps, ids);
    const seconds = (Date.now() - began) / 1000;
    const faults = await findFaults(ids);
    const hasPassed = decided.length === 500 && unexpected.length === 0 && faults.length === 0;
    const figures = `${decided.length} decided once each in ${seconds.toFixed(1)} s, ${conflicts} came second and were told; ${faults.length + unexpected.length} faults ${[...faults, ...unexpected].slice(0, 3).join("; ")}`;
    return { hasPassed, figures };
  });
}

/** The process that decides is killed twenty times: what it reported as decided is decided, once, and nothing is half done. */
export async function killDuringDecisions({ database }: DrillContext): Promise<DrillResult> {
  return onDatabase(database.url, async () => {
    const ids = await makeCases("kill", 2000);
    const reps = await makeReps(8);
    const reported: string[] = [];
    for (let round = 0; round < 20; round++) {
      const open = await db().case.findMany({ where: { id: { in: ids }, state: "open" }, select: { id: true } });
      reported.push(
        ...(await killDecisionWorker(
          reps,
          open.map(({ id }) => id),
          100 + Math.random() * 900,
        )),
      );
    }
    const stored = await db().decision.count({ where: { caseId: { in: reported } } });
    const decided = await db().decision.count({ where: { caseId: { in: ids } } });
    const faults = await findFaults(ids);
    const hasPassed = stored === reported.length && reported.length > 0 && faults.length === 0;
    const figures = `20 kills; ${reported.length} said to be decided, ${stored} of them are; ${decided} decided in all; ${faults.length} faults ${faults.slice(0, 3).join("; ")}`;
    return { hasPassed, figures };
  });
}

/** Does this in this process on a database: the first that any drill names, for settings are read once. */
export async function onDatabase<Result>(url: string, drill: () => Promise<Result>): Promise<Result> {
  process.env.DATABASE_URL = url;
  try {
    return await drill();
  } finally {
    await closeDb();
  }
}

async function findFaults(ids: string[]): Promise<string[]> {
  const chains = (await verifyChains()).flatMap(({ faults }) =>
    faults.map(({ sequence, message }) => `${sequence} ${message}`),
  );
  return [
    ...(await listFaults(ids)),
    ...chains,
    ...(await findTallyDifferences()).map(({ dimension, key }) => `tally ${dimension} ${key}`),
  ];
}
