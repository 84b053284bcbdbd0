import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { Vote } from "@/lib/summaries/opinion/vote-matrix";

/** A Polis export, as lies beside the project on some machines. `groups[i]` is Polis' own group of participant i. */
export type PolisExport = {
  participants: string[];
  comments: string[];
  votes: [participant: number, comment: number, vote: Vote][];
  groups: (number | null)[];
  texts: Map<string, string>;
};

export const polisFolder = path.resolve(import.meta.dirname, "../../../shared/polis");
export const polisNames = ["15-per-hour-seattle", "scoop-hivemind.taxes", "scoop-hivemind.freshwater"] as const;
export const hasPolisData = polisNames.every((name) => existsSync(path.join(polisFolder, name)));

/** Latest votes of everybody; +1 is agree. Comments that the hosts moderated out are left out, as Polis leaves them. */
export function readPolis(name: string): PolisExport {
  const read = (file: string): Record<string, string>[] =>
    parse(readFileSync(path.join(polisFolder, name, file)), { columns: true, bom: true });
  const rows = read("participants-votes.csv");
  const published = read("comments.csv").filter((comment) => comment.moderated !== "-1");
  const comments = published.map((comment) => String(comment["comment-id"]));
  return {
    participants: rows.map((row) => String(row.participant)),
    comments,
    votes: rows.flatMap((row, p) =>
      comments.flatMap((id, c): PolisExport["votes"] => (row[id] ? [[p, c, Number(row[id]) as Vote]] : [])),
    ),
    groups: rows.map((row) => (row["group-id"] ? Number(row["group-id"]) : null)),
    texts: new Map(published.map((comment) => [String(comment["comment-id"]), String(comment["comment-body"])])),
  };
}
