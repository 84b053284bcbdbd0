import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import { type CommentView, listPublishedComments } from "@/lib/comments/comment.queries";
import { commentCursor } from "@/lib/comments/comment.schema";
import { csvFile } from "@/lib/csv";
import { getStrategy } from "@/lib/strategies/strategy.queries";

type Published = CommentView & { strategyId: string; sectionNumber: number };

const columns = [
  "id",
  "threadId",
  "section",
  "isReply",
  "alias",
  "week",
  "stance",
  "themes",
  "lep",
  "agrees",
  "disagrees",
  "passes",
  "text",
];

export const exportCommand = new Command("export")
  .description("Writes a strategy's published comments, as anybody can read them.")
  .argument("<strategy>", "its name in the address, for example west-midlands")
  .addOption(new Option("--as <form>", "the form").choices(["json", "csv"]).default("json"))
  .option("--to <file>", "where to write; default: standard output")
  .action(async (slug: string, { as, to }: { as: "json" | "csv"; to?: string }) => {
    if (!(await getStrategy(slug))) throw new Error(`There is no strategy "${slug}".`);
    const comments = await listAll(slug);
    const text = as === "json" ? `${JSON.stringify(comments, null, 2)}\n` : csvFile([columns, ...comments.map(row)]);
    if (to) writeFileSync(to, text);
    else process.stdout.write(text);
  });

async function listAll(strategyId: string): Promise<Published[]> {
  const all: Published[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const page = await listPublishedComments({ strategyId }, next ? commentCursor.parse(next) : null, 500);
    all.push(...page.items);
    next = page.next;
  }
  return all;
}

const row = (comment: Published): (string | number)[] => [
  comment.id,
  comment.threadId,
  comment.sectionNumber,
  comment.isReply ? "yes" : "no",
  comment.alias,
  comment.week,
  comment.stance ?? "",
  comment.themes.map(({ name }) => name).join("; "),
  comment.lep ?? "",
  comment.agrees,
  comment.disagrees,
  comment.passes,
  comment.text,
];
