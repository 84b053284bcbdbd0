import { Command } from "commander";
import { verifyChains } from "@/lib/audit/queries";
import { verifyTallies } from "@/lib/summaries/tallies/queries";

export const verifyCommand = new Command("verify")
  .description(
    "Checks that the counts agree with the comments, and every chain of decisions with itself. Fails when not.",
  )
  .option("--json", "print the findings as JSON")
  .action(async ({ json }: { json?: boolean }) => {
    const tallies = await verifyTallies();
    const chains = await verifyChains();
    const faults = chains.flatMap((chain) => chain.faults);
    if (json) process.stdout.write(`${JSON.stringify({ tallies, chains }, null, 2)}\n`);
    else process.stdout.write(inWords(tallies, chains));
    if (tallies.length + faults.length > 0) process.exitCode = 1;
  });

type Tallies = Awaited<ReturnType<typeof verifyTallies>>;
type Chains = Awaited<ReturnType<typeof verifyChains>>;

function inWords(tallies: Tallies, chains: Chains): string {
  const lines =
    tallies.length === 0 ? ["Counts: all agree."] : [`Counts: ${tallies.length} differ (comments/threads/waiting).`];
  for (const { strategyId, lepId, by, key, kept, counted } of tallies) {
    lines.push(`  ${strategyId} ${lepId || "no LEP"} ${by} ${key || "-"}: kept ${kept}, counted ${counted}`);
  }
  for (const { chain, decisions, head, faults } of chains) {
    lines.push(`Chain ${chain}: ${decisions} decisions, ${faults.length === 0 ? "whole" : "BROKEN"}, head ${head}`);
    for (const { sequence, what } of faults) lines.push(`  decision ${sequence}: ${what}`);
  }
  return `${lines.join("\n")}\n`;
}
