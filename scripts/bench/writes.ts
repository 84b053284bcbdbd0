import { type BenchDatabase, strategyId } from "@/scripts/bench/bench-database";
import { postComment } from "@/scripts/bench/http-requests";
import { compare, idPlaceholder, type Measurement } from "@/scripts/bench/measurement";
import type { RunningProcess } from "@/scripts/bench/servers";
import { formPost } from "@/scripts/drill/participant-load";
import { runSql } from "@/scripts/setup/run-sql";

/** `ratio`: of the medians of the rounds; `best`: of the best round of each side, which other programs disturbed least. */
export type WriteBench = { label: string; sides: Measurement[]; ratio: number; best: number; note: string };

/** Of Node with one INSERT. */
export const acceptedTarget = 0.15;

const readers = 2_000;
const readerToken = (reader: number) => `bench-reader-${String(reader).padStart(8, "0")}`;
const rounds = { connections: 8, seconds: 2, rounds: 7 };
// each from a network of its own: many from one would have to do proof of work
const fromElsewhere = (request: string) => request.replace("\r\n", `\r\nX-Forwarded-For: ${idPlaceholder}\r\n`);

/** Comments and reactions that are accepted, against a bare node:http server that reads a form and does one INSERT. */
export async function benchWrites(ours: RunningProcess, bare: RunningProcess, database: BenchDatabase) {
  return [await benchComments(ours, bare, database), await benchReactions(ours, bare, database)];
}

async function benchComments(ours: RunningProcess, bare: RunningProcess, { url }: BenchDatabase): Promise<WriteBench> {
  const text = `Bus ${idPlaceholder} leaves at six. My shift starts at half past five. Please run one earlier.`;
  const request = fromElsewhere(
    await postComment(`/strategies/${strategyId}/sections/1/write`, ours.port, "gzip", text),
  );
  const measured = await measure("comments accepted", ours, bare, request, request);
  const count = await countRows(url, "comments WHERE state = 'held'");
  return { ...measured, note: `${count} are in the database, waiting for a rep` };
}

/** People who are signed in press the buttons beside one comment after another. */
async function benchReactions(ours: RunningProcess, bare: RunningProcess, { url }: BenchDatabase): Promise<WriteBench> {
  await runSql(
    url,
    `INSERT INTO sessions (id, "tokenHash", "participantId", "endsAt")
     SELECT 'reader' || n, sha256(convert_to('bench-reader-' || lpad(n::text, 8, '0'), 'UTF8')), 'p' || n, now() + interval '1 day'
     FROM generate_series(0, ${readers - 1}) n WHERE EXISTS (SELECT FROM participants WHERE id = 'p' || n)
     ON CONFLICT DO NOTHING`,
  );
  const sessions = await countRows(url, "sessions WHERE id LIKE 'reader%'");
  const comments = await runSql(
    url,
    `SELECT c.id, substr(c."participantId", 2)::int AS author FROM comments c
     WHERE state = 'published' AND "participantId" ~ '^p[0-9]{1,9}$' ORDER BY id LIMIT 500`,
  );
  const requests = Array.from({ length: sessions }, (_, reader) => {
    const { id, author } = comments[reader % comments.length] ?? {};
    const form = { comment: String(id), value: ["agree", "disagree", "pass"][reader % 3] ?? "" };
    return Number(author) === reader
      ? []
      : [fromElsewhere(formPost(`/strategies/${strategyId}/reactions`, form, readerToken(reader)))];
  }).flat();
  const before = await countRows(url, "reactions");
  const measured = await measure("reactions accepted", ours, bare, requests, requests[0] ?? "");
  return { ...measured, note: `${(await countRows(url, "reactions")) - before} people's are in the database` };
}

async function measure(
  label: string,
  ours: RunningProcess,
  bare: RunningProcess,
  request: string | string[],
  sameToBare: string,
): Promise<Omit<WriteBench, "note">> {
  const sides = await compare(
    [
      { name: "ours", ...ours, request },
      { name: "bare INSERT", ...bare, request: sameToBare },
    ],
    rounds,
  );
  const unexpected = sides.flatMap(({ statuses }) => Object.keys(statuses)).find((status) => !/^[23]/.test(status));
  if (unexpected) throw new Error(`${label}: it answered ${unexpected}, so this measures nothing.`);
  const [first, second] = sides;
  const ratioOf = (rate: (side: Measurement | undefined) => number) => rate(first) / rate(second);
  return {
    ...{ label, sides },
    ratio: ratioOf((side) => side?.perSecond ?? 0),
    best: ratioOf((side) => Math.max(...(side?.rounds ?? []))),
  };
}

const countRows = async (url: string, from: string) =>
  Number((await runSql(url, `SELECT count(*)::int AS n FROM ${from}`))[0]?.n);

export const writeBenchText = (results: readonly WriteBench[]): string[] =>
  results.map(({ label, sides, ratio, best, note }) => {
    const each = sides.map(
      ({ name, perSecond, cpu }) => `${name} ${perSecond.toFixed(0)} a second, ${cpu.toFixed(2)} ms CPU`,
    );
    const wanted = `wanted at least ${acceptedTarget}: ${best >= acceptedTarget ? "yes" : "NO"}`;
    return `${label}: ${each.join("; ")}; ratio ${ratio.toFixed(3)}, of the best of ${rounds.rounds} rounds ${best.toFixed(3)}, ${wanted}; ${note}`;
  });
