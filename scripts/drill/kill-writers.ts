import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { run } from "@/scripts/bench/fill";

export type Killed = {
  kills: number;
  comments: number;
  decisions: number;
  reactions: number;
  lost: number;
  half: number;
};

/**
 * Kills a process that writes, at a random moment, again and again, and then looks for everything that it had been
 * told was written (`lost`), and for anything that is there in part only (`half`).
 */
export async function killWriters(databaseUrl: string, kills: number): Promise<Killed> {
  const told = { comment: new Set<string>(), decision: new Set<string>(), reaction: new Set<string>() };
  for (let kill = 0; kill < kills; kill++) await killOne(databaseUrl, told);
  const missing = async (ids: Set<string>, sql: string) => {
    const list = [...ids].map((id) => `('${id}')`).join(",");
    const [row] = await run(databaseUrl, `SELECT count(*) AS n FROM (VALUES ${list || "('')"}) told(id) WHERE ${sql}`);
    return ids.size === 0 ? 0 : Number(row?.n);
  };
  const lost =
    (await missing(told.comment, "NOT EXISTS (SELECT FROM comments c WHERE c.id = told.id)")) +
    (await missing(told.decision, 'NOT EXISTS (SELECT FROM decisions d WHERE d."caseId" = told.id)')) +
    (await missing(told.reaction, 'NOT EXISTS (SELECT FROM reactions r WHERE r."commentId" = told.id)'));
  const [half] = await run(databaseUrl, halves);
  return {
    kills,
    comments: told.comment.size,
    decisions: told.decision.size,
    reactions: told.reaction.size,
    lost,
    half: Number(half?.n),
  };
}

async function killOne(databaseUrl: string, told: Record<string, Set<string>>): Promise<void> {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const words = ["--import", "tsx", "scripts/drill/write-on.ts"];
  const writer = spawn(process.execPath, words, { env, stdio: ["ignore", "pipe", "inherit"] });
  const gone = once(writer, "exit");
  const lines = createInterface({ input: writer.stdout });
  const ready = new Promise<void>((done) => {
    lines.on("line", (line) => {
      const [what = "", id = ""] = line.split(" ");
      if (what === "reaction") done(); // it is well under way
      if (id.length === 22) told[what]?.add(id); // a line cut off by the kill was not told
    });
  });
  await Promise.race([ready, gone]);
  if (writer.exitCode !== null) throw new Error("The writer ended by itself.");
  await sleep(300 + Math.random() * 1_200);
  writer.kill("SIGKILL");
  await gone;
}

// What one transaction writes together: a comment with its revision, case and thread; a decision with its closed
// case; counts with what they count.
const halves = `
  SELECT (SELECT count(*) FROM comments c WHERE NOT EXISTS (SELECT FROM revisions r WHERE r."commentId" = c.id))
    + (SELECT count(*) FROM comments c WHERE c.state = 'held' AND NOT EXISTS
        (SELECT FROM cases k WHERE k."commentId" = c.id AND k.state = 'open'))
    + (SELECT count(*) FROM threads t WHERE NOT EXISTS (SELECT FROM comments c WHERE c."threadId" = t.id))
    + (SELECT count(*) FROM decisions d JOIN cases k ON k.id = d."caseId" WHERE k.state = 'open')
    + (SELECT count(*) FROM cases k WHERE k.state = 'decided' AND NOT EXISTS (SELECT FROM decisions d WHERE d."caseId" = k.id))
    + (SELECT count(*) FROM comments c WHERE (c.agrees, c.disagrees, c.passes) <>
        (SELECT count(*) FILTER (WHERE value = 'agree'), count(*) FILTER (WHERE value = 'disagree'),
          count(*) FILTER (WHERE value = 'pass') FROM reactions r WHERE r."commentId" = c.id)) AS n`;
