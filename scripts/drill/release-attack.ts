import { runAttackDrill, type Score, settings } from "@/scripts/attacker/attack-drill";

/** 20 histories of 6 releases with everything on, from which nothing may be proven; 5 with each protection off, where the attacker must win. */
export async function attackReleases(): Promise<{ went: boolean; figures: string }> {
  const [on, ...off] = settings;
  const safe = await runAttackDrill(20, 6, [on]);
  const open = await runAttackDrill(5, 6, off);
  const isSafe = ({ exact, narrow, changes, wrong }: Score) => exact + narrow + changes + wrong === 0;
  const isWon = ({ exact, narrow, changes, wrong }: Score) => exact + narrow + changes > 0 && wrong === 0;
  return { went: safe.scores.every(isSafe) && open.scores.every(isWon), figures: `\n${safe.table}\n${open.table}` };
}
