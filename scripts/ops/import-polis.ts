import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { parse } from "csv-parse/sync";
import {
  finishPolisImport,
  importPolisComments,
  importPolisVotes,
  preparePolisImport,
} from "@/lib/comments/polis-import.commands";
import { polisComment, polisVote } from "@/lib/comments/polis-import.schema";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { readCsv } from "@/scripts/ops/csv-rows";

type Options = { strategy: string; section: string };

export const polisCommand = new Command("polis")
  .description(
    "Imports a Polis export: comments, reactions and moderation decisions. Run it again to import what is new, or to continue after a stop.",
  )
  .argument("<folder>", "with summary.csv, comments.csv and votes.csv")
  .requiredOption("--strategy <slug>", "the strategy it is about")
  .option("--section <number>", "the section it is about", "1")
  .action(async (folder: string, { strategy, section }: Options) => {
    const began = performance.now();
    const printProgress = (text: string) =>
      process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1)} s  ${text}\n`);
    const target = await preparePolisImport(exportKey(folder), strategy, Number(section));
    let [comments, fresh, votes] = [0, 0, 0];
    for await (const batch of readCsv(join(folder, "comments.csv"), polisComment, 1000)) {
      fresh += await importPolisComments(target, batch);
      comments += batch.length;
      printProgress(`${comments} comments, ${fresh} of them new`);
    }
    for await (const batch of readCsv(join(folder, "votes.csv"), polisVote, 5000)) {
      await importPolisVotes(target, batch);
      votes += batch.length;
      printProgress(`${votes} votes read`);
    }
    const reactions = await finishPolisImport(target);
    await makeEdition(target.strategyId);
    const memory = Math.round(process.resourceUsage().maxRSS / 1024);
    printProgress(
      `done: ${comments} comments, ${reactions} reactions (the latest of ${votes} votes), ${memory} MB at most`,
    );
  });

/** Identifies this Polis conversation: its address there, or its folder. */
function exportKey(folder: string): string {
  const lines: string[][] = parse(readFileSync(join(folder, "summary.csv")), { relax_column_count: true, bom: true });
  return lines.find(([name]) => name === "url")?.[1] ?? resolve(folder);
}
