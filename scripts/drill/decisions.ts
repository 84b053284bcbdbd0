import { verifyChains } from "@/lib/audit/chain.queries";
import { verifyTallies } from "@/lib/comments/tally.queries";
import { closeDb, db } from "@/lib/database/client";
import { listFaults, makeCases, makeReps, race } from "@/scripts/drill/decision-race";
import { killWhileDeciding } from "@/scripts/drill/decision-worker-kill";
import type { Outcome, Scene } from "@/scripts/drill/drills";

/** Fifty reps at once on five hundred cases: none decided twice, none lost, every chain whole. */
export async function decideAtOnce({ database }: Scene): Promise<Outcome> {
  return onDatabase(database.url, async () => {
    const ids = await makeCases("once", 500);
    const reps = await makeReps(50);
    const began = Date.now();
    const { decided, conflicts, others } = await race(reps, ids);
    const seconds = (Date.now() - began) / 1000;
    const wrong = await findWrong(ids);
    const went = decided.length === 500 && others.length === 0 && wrong.length === 0;
    const figures = `${decided.length} decided once each in ${seconds.toFixed(1)} s, ${conflicts} came second and were told; ${wrong.length + others.length} faults ${[...wrong, ...others].slice(0, 3).join("; ")}`;
    return { went, figures };
  });
}

/** The process that decides is killed twenty times: what it said was decided is, once, and nothing is half done. */
export async function killDeciding({ database }: Scene): Promise<Outcome> {
  return onDatabase(database.url, async () => {
    const ids = await makeCases("kill", 2000);
    const reps = await makeReps(8);
    const said: string[] = [];
    for (let round = 0; round < 20; round++) {
      const open = await db().case.findMany({ where: { id: { in: ids }, state: "open" }, select: { id: true } });
      said.push(
        ...(await killWhileDeciding(
          reps,
          open.map(({ id }) => id),
          100 + Math.random() * 900,
        )),
      );
    }
    const kept = await db().decision.count({ where: { caseId: { in: said } } });
    const decided = await db().decision.count({ where: { caseId: { in: ids } } });
    const wrong = await findWrong(ids);
    const went = kept === said.length && said.length > 0 && wrong.length === 0;
    const figures = `20 kills; ${said.length} said to be decided, ${kept} of them are; ${decided} decided in all; ${wrong.length} faults ${wrong.slice(0, 3).join("; ")}`;
    return { went, figures };
  });
}

/** Does this in this process on a database: the first that any drill names, for settings are read once. */
export async function onDatabase<Found>(url: string, drill: () => Promise<Found>): Promise<Found> {
  process.env.DATABASE_URL = url;
  try {
    return await drill();
  } finally {
    await closeDb();
  }
}

async function findWrong(ids: string[]): Promise<string[]> {
  const chains = (await verifyChains()).flatMap(({ faults }) =>
    faults.map(({ sequence, what }) => `${sequence} ${what}`),
  );
  return [...(await listFaults(ids)), ...chains, ...(await verifyTallies()).map(({ by, key }) => `tally ${by} ${key}`)];
}
