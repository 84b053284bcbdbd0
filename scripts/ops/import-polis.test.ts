import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyReactions } from "@/lib/comments/reactions/reaction.queries";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { createTestDatabase } from "@/scripts/test/database";
import { polisFolder, polisNames } from "@/scripts/test/polis-conversation";

const database = await createTestDatabase();
afterAll(database.close);
const strategyId = "west-midlands";
const own = mkdtempSync(join(tmpdir(), "polis-"));
const taxes = join(polisFolder, "scoop-hivemind.taxes");

beforeAll(() => {
  writeFileSync(join(own, "summary.csv"), "topic,Buses\nurl,https://example.org/1\n");
  writeFileSync(
    join(own, "comments.csv"),
    'timestamp,comment-id,author-id,moderated,comment-body\n1500000000000,0,7,1,"A ""late"" bus\nagain"\n1500000000000,1,8,-1,No\n1500000000000,2,8,0,Wait\n',
  );
  writeFileSync(
    join(own, "votes.csv"),
    "timestamp,comment-id,voter-id,vote\n1500000000009,0,1,-1\n1500000000001,0,1,1\n1500000000001,0,2,1\n1500000000001,0,2,0\n1500000000001,1,2,1\n",
  );
});

const args = (folder: string) => [
  "--import",
  "tsx",
  "scripts/ops.ts",
  "import",
  "polis",
  folder,
  "--strategy",
  strategyId,
];

function run(folder: string): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    execFile(process.execPath, args(folder), (error, out, err) => done({ code: error ? 1 : 0, output: out + err }));
  });
}

type Row = Record<string, string>;
const readAll = (folder: string, file: string): Row[] =>
  parse(readFileSync(join(folder, file)), { columns: true, bom: true });

/** What must be there, from the files alone: comments by state, all reactions, and those to published comments by value. */
function counted(folder: string) {
  const latest = new Map<string, { at: number; vote: string }>();
  for (const row of readAll(folder, "votes.csv")) {
    const key = `${row["comment-id"]} ${row["voter-id"]}`;
    const at = Number(row.timestamp);
    if (at >= (latest.get(key)?.at ?? 0)) latest.set(key, { at, vote: row.vote ?? "" });
  }
  const comments = readAll(folder, "comments.csv");
  const moderated = comments.map((row) => row.moderated);
  const published = new Set(comments.filter((row) => row.moderated === "1").map((row) => row["comment-id"]));
  const votes = [...latest].filter(([key]) => published.has(key.split(" ")[0])).map(([, { vote }]) => vote);
  const countOf = (list: (string | undefined)[], value: string) => list.filter((one) => one === value).length;
  return {
    published: countOf(moderated, "1"),
    held: countOf(moderated, "0"),
    rejected: countOf(moderated, "-1"),
    agrees: countOf(votes, "1"),
    disagrees: countOf(votes, "-1"),
    passes: countOf(votes, "0"),
    reactions: latest.size,
  };
}
type Counted = ReturnType<typeof counted>;

async function stored(): Promise<Counted> {
  await makeEdition(strategyId); // it counts the reactions to what is published
  const states = await db().comment.groupBy({ by: ["state"], where: { source: "import" }, _count: true });
  const { _sum } = await db().comment.aggregate({ _sum: { agrees: true, disagrees: true, passes: true } });
  const of = (state: string) => states.find((row) => row.state === state)?._count ?? 0;
  const { agrees, disagrees, passes } = _sum;
  return {
    published: of("published"),
    held: of("held"),
    rejected: of("rejected"),
    agrees: agrees ?? 0,
    disagrees: disagrees ?? 0,
    passes: passes ?? 0,
    reactions: await db().reaction.count({ where: { comment: { source: "import" } } }),
  };
}

const minus = (a: Counted, b: Counted) =>
  Object.fromEntries(Object.entries(a).map(([key, n]) => [key, n - b[key as keyof Counted]]));

describe("bringing in a Polis export", { timeout: 120_000 }, () => {
  test("the latest vote counts, of equals the later line; again, nothing changes", async () => {
    const first = await run(own);
    expect(first.output).toContain("3 comments, 3 of them new");
    const after = await stored();
    expect(after).toEqual({ published: 1, held: 1, rejected: 1, agrees: 0, disagrees: 1, passes: 1, reactions: 3 });
    expect(after).toEqual(counted(own));
    expect(await db().case.count({ where: { comment: { source: "import" }, state: "open" } })).toBe(1);
    expect((await run(own)).output).toContain("3 comments, 0 of them new");
    expect(await stored()).toEqual(after);
    expect(await findTallyDifferences()).toEqual([]);
    expect(await verifyReactions()).toEqual([]);
  });

  test("a bad line is named, and nothing of its batch is kept", async () => {
    const bad = mkdtempSync(join(tmpdir(), "polis-"));
    writeFileSync(join(bad, "summary.csv"), "url,https://example.org/2\n");
    writeFileSync(join(bad, "comments.csv"), "timestamp,comment-id,author-id,moderated\n1,0,7,1\n");
    const { code, output } = await run(bad);
    expect(code).toBe(1);
    expect(output).toContain("comments.csv, line 2: The column “comment-body” is missing.");
    expect((await run(join(bad, "nowhere"))).code).toBe(1);
  });

  test.each(polisNames)("%s is imported completely: the counts are those of the files", async (name) => {
    const folder = join(polisFolder, name);
    const before = await stored();
    expect((await run(folder)).output).toContain("done:");
    expect(minus(await stored(), before)).toEqual(counted(folder));
    expect(await findTallyDifferences()).toEqual([]);
    expect(await verifyReactions()).toEqual([]);
  });

  test("killed half-way, and run again: the same as if nothing had been", async () => {
    const copy = mkdtempSync(join(tmpdir(), "polis-"));
    for (const file of ["comments.csv", "votes.csv"]) writeFileSync(join(copy, file), readFileSync(join(taxes, file)));
    writeFileSync(join(copy, "summary.csv"), "url,https://example.org/killed\n");
    const before = await stored();
    const child = spawn(process.execPath, args(copy), { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise<void>((done) => {
      child.stdout.on("data", (output) => String(output).includes("5000 votes") && child.kill("SIGKILL"));
      child.on("exit", () => done());
    });
    expect(child.signalCode).toBe("SIGKILL");
    expect(await findTallyDifferences()).toEqual([]);
    expect(await verifyReactions()).toEqual([]);
    await run(copy);
    expect(minus(await stored(), before)).toEqual(counted(copy));
    expect(await db().importedVote.count()).toBe(0);
    expect(await verifyReactions()).toEqual([]);
  });
});
