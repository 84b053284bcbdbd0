import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { Vote } from "@/lib/summaries/opinion/vote-matrix";

/** A real Polis conversation. `groups[i]` is the group that Polis put participant i in, null where it put them in none. */
export type PolisConversation = {
  participants: string[];
  comments: string[];
  votes: [participant: number, comment: number, vote: Vote][];
  groups: (number | null)[];
  texts: Map<string, string>;
};

export const polisFolder = path.resolve(import.meta.dirname, "fixtures/polis");
export const polisNames = ["15-per-hour-seattle", "scoop-hivemind.taxes", "scoop-hivemind.freshwater"] as const;

/** The latest vote of each participant on each comment; +1 is agree. Leaves out comments that the hosts rejected, as Polis does. */
export function readPolisConversation(name: string): PolisConversation {
  const read = (file: string): Record<string, string>[] =>
    parse(readFileSync(path.join(polisFolder, name, file)), { columns: true, bom: true });
  const rows = read("participants-votes.csv");
  const published = read("comments.csv").filter((comment) => comment.moderated !== "-1");
  const comments = published.map((comment) => String(comment["comment-id"]));
  return {
    participants: rows.map((row) => String(row.participant)),
    comments,
    votes: rows.flatMap((row, p) =>
      comments.flatMap((id, c): PolisConversation["votes"] => (row[id] ? [[p, c, Number(row[id]) as Vote]] : [])),
    ),
    groups: rows.map((row) => (row["group-id"] ? Number(row["group-id"]) : null)),
    texts: new Map(published.map((comment) => [String(comment["comment-id"]), String(comment["comment-body"])])),
  };
}
