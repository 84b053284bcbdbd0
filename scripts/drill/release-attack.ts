import { type DrillReport, defenceSettings, runAttackDrill, type Score } from "@/scripts/attacker/attack-drill";
import type { DrillResult } from "@/scripts/drill/drills";

/** 20 histories of 6 releases with everything on, from which nothing may be proven; 5 with each protection off, where the attacker must win. */
export async function attackReleases(): Promise<DrillResult> {
  const [on, ...off] = defenceSettings;
  const safe = await runAttackDrill(20, 6, [on]);
  const open = await runAttackDrill(5, 6, off);
  const isSafe = ({ exact, narrow, changes, wrong }: Score) => exact + narrow + changes + wrong === 0;
  const isWon = ({ exact, narrow, changes, wrong }: Score) => exact + narrow + changes > 0 && wrong === 0;
  return {
    hasPassed: safe.scores.every(isSafe) && open.scores.every(isWon),
    figures: `\n${safe.table}\n${open.table}\nhours simulated: ${hoursOf(safe)} with everything on, ${hoursOf(open)} with a protection off`,
  };
}

/** A release is a week. */
const hoursOf = ({ scores }: DrillReport) => scores.reduce((sum, { releases }) => sum + releases, 0) * 7 * 24;
