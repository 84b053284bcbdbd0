import { readFileSync } from "node:fs";
import { Command } from "commander";
import { compareSavedHeads } from "@/lib/audit/saved-head.queries";
import { findingsText, type HeadFindings, headResultText } from "@/lib/audit/saved-head.rules";
import { parseSavedHeads } from "@/lib/audit/saved-head.schema";
import { type TimestampResult, verifyTimestamps } from "@/lib/audit/timestamp.queries";
import { verifyChains } from "@/lib/audit/verification.queries";
import { verifyReactions } from "@/lib/comments/reactions/reaction.queries";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { verifyListedThreads } from "@/lib/comments/threads/listed-thread.queries";
import { verifyDecisionCounts } from "@/lib/moderation/decisions/transparency.queries";
import { recordPublicKeys } from "@/lib/security/record-key";
import { findBrokenQuotations } from "@/lib/summaries/quotations/quotations.queries";

export const verifyCommand = new Command("verify")
  .description(
    "Checks that the counts agree with the comments, and every chain of decisions with itself, its daily heads and their timestamps.",
  )
  .option("--json", "print the results as JSON")
  .option(
    "--heads <file>",
    "compare the records with heads that somebody saved: heads.txt, the API's JSON, or an email",
  )
  .action(async ({ json, heads }: { json?: boolean; heads?: string }) => {
    const saved = heads === undefined ? null : await readSavedHeads(heads);
    const tallies = await findTallyDifferences();
    const reactions = await verifyReactions();
    const listed = await verifyListedThreads();
    const quotations = await findBrokenQuotations();
    const decided = await verifyDecisionCounts();
    const chains = await verifyChains();
    const timestamps = await verifyTimestamps();
    const wrongTimestamps = timestamps.filter(({ message }) => message !== null);
    const faults = chains.flatMap((chain) => chain.faults);
    if (json)
      process.stdout.write(
        `${JSON.stringify({ tallies, reactions, listed, quotations, decided, chains, timestamps, ...(saved && { saved }) }, null, 2)}\n`,
      );
    else
      process.stdout.write(
        tallyText(tallies, chains) +
          reactionText(reactions) +
          threadListText(listed) +
          quotationText(quotations) +
          decisionText(decided) +
          timestampText(timestamps) +
          (saved ? savedHeadsText(saved) : ""),
      );
    const differ = [tallies, reactions, listed, quotations, decided, faults, wrongTimestamps].some(
      (found) => found.length > 0,
    );
    if (differ || saved?.some(({ firstMismatch }) => firstMismatch)) process.exitCode = 1;
  });

/** @throws when the file holds no head: no finding would be taken for agreement */
async function readSavedHeads(file: string): Promise<HeadFindings[]> {
  const heads = parseSavedHeads(readFileSync(file, "utf8"));
  if (heads.length === 0) throw new Error(`${file} holds no line that begins with record-head.`);
  return compareSavedHeads(heads, recordPublicKeys());
}

function savedHeadsText(saved: HeadFindings[]): string {
  const lines = saved.flatMap((findings) => [
    `Saved heads of ${findings.chain}: ${findingsText(findings)}`,
    ...findings.heads
      .filter(({ isMatch, signatureState }) => !isMatch || signatureState !== "valid")
      .map((head) => `  ${head.day}, ${head.length} decisions: ${headResultText(head)}`),
  ]);
  return `${lines.join("\n")}\n`;
}

function timestampText(timestamps: TimestampResult[]): string {
  if (timestamps.length === 0) return "";
  const wrong = timestamps.filter(({ message }) => message !== null);
  const right = timestamps.length - wrong.length;
  const lines = wrong.map(({ day, message }) => `  ${day}: ${message}`);
  return [`Timestamps: ${right} of ${timestamps.length} days are right.`, ...lines, ""].join("\n");
}

type Tallies = Awaited<ReturnType<typeof findTallyDifferences>>;
type Chains = Awaited<ReturnType<typeof verifyChains>>;

function tallyText(tallies: Tallies, chains: Chains): string {
  const lines =
    tallies.length === 0 ? ["Counts: all agree."] : [`Counts: ${tallies.length} differ (comments/threads).`];
  for (const { strategyId, lepId, dimension, key, stored, counted } of tallies) {
    lines.push(`  ${strategyId} ${lepId || "no LEP"} ${dimension} ${key || "-"}: kept ${stored}, counted ${counted}`);
  }
  for (const { chain, decisions, head, heads, faults } of chains) {
    lines.push(
      `Chain ${chain}: ${decisions} decisions, ${heads} heads, ${faults.length === 0 ? "whole" : "BROKEN"}, last ${head}`,
    );
    for (const { sequence, message } of faults) lines.push(`  decision ${sequence}: ${message}`);
  }
  return `${lines.join("\n")}\n`;
}

function reactionText(reactions: { id: string; what: string }[]): string {
  if (reactions.length === 0) return "Reactions: all agree with the counts beside the comments.\n";
  return [`Reactions: ${reactions.length} differ.`, ...reactions.map(({ id, what }) => `  ${what} of ${id}`), ""].join(
    "\n",
  );
}

function threadListText(listed: { id: string; key: string }[]): string {
  if (listed.length === 0) return "Lists by theme and stance: all agree.\n";
  const lines = listed.map(({ id, key }) => `  thread ${id} under ${key}`);
  return [`Lists by theme and stance: ${listed.length} differ.`, ...lines, ""].join("\n");
}

function decisionText(decided: { chainId: string; action: string; stored: number; counted: number }[]): string {
  if (decided.length === 0) return "Decisions: as many as are counted.\n";
  const lines = decided.map(
    ({ chainId, action, stored, counted }) => `  ${chainId} ${action}: kept ${stored}, counted ${counted}`,
  );
  return [`Decisions: ${decided.length} counts differ.`, ...lines, ""].join("\n");
}

function quotationText(wrong: { strategyId: string; lepId: string; comment: string }[]): string {
  if (wrong.length === 0) return "Quotations: all are within their comments.\n";
  const lines = wrong.map(({ strategyId, lepId, comment }) => `  ${strategyId} ${lepId}: of comment ${comment}`);
  return [`Quotations: ${wrong.length} are not within their comments.`, ...lines, ""].join("\n");
}
