import { db } from "@/lib/database/client";
import { Conflict, RuleViolation } from "@/lib/errors";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { type Person, visitor } from "@/lib/people/person.policy";

// What the drills and tests of deciding share: cases by the hundred, reps by the dozen, and a race between them.

const strategyId = "west-midlands";

/** Puts so many waiting comments and their cases there, in a few statements. @returns the cases' ids */
export async function makeCases(mark: string, count: number): Promise<string[]> {
  await db().$executeRaw`
    WITH made AS (SELECT ${mark} || n AS id, (SELECT id FROM sections WHERE "strategyId" = ${strategyId} AND number = 1) AS section
      FROM generate_series(1, ${count}::int) n),
    people AS (INSERT INTO participants (id, "strategyId", alias) SELECT id, ${strategyId}, 'Drill ' || id FROM made),
    threads AS (INSERT INTO threads (id, "strategyId", "sectionId") SELECT id, ${strategyId}, section FROM made),
    comments AS (INSERT INTO comments (id, "strategyId", "threadId", "participantId") SELECT id, ${strategyId}, id, id FROM made),
    revisions AS (INSERT INTO revisions ("commentId", number, "versionId", text)
      SELECT made.id, 1, versions.id, 'Words ' || made.id FROM made, versions WHERE "strategyId" = ${strategyId} AND number = 1)
    INSERT INTO cases (id, kind, "strategyId", "areaId", "commentId", revision, "dueAt")
      SELECT id, 'pre_moderation', ${strategyId}, ${strategyId}, id, 1, now() + interval '3 days' FROM made`;
  await db().$executeRaw`
    INSERT INTO tallies ("strategyId", "lepId", dimension, key, comments, threads)
      SELECT "strategyId", "lepId", dimension, key, comments, threads FROM tallies_counted
    ON CONFLICT ("strategyId", "lepId", dimension, key) DO NOTHING`;
  return Array.from({ length: count }, (_, n) => `${mark}${n + 1}`);
}

export async function makeReps(count: number): Promise<Person[]> {
  const reps: Person[] = [];
  for (let n = 0; n < count; n++) {
    const unionId = n % 2 ? "gmb" : "unison";
    const { id } = await db().account.create({ data: { label: `Drill rep ${n}` } });
    await db().grant.create({ data: { accountId: id, role: "rep", bodyId: strategyId, unionId } });
    reps.push({ ...visitor, accountId: id, grants: [{ role: "rep", bodyId: strategyId, unionId }] });
  }
  return reps;
}

const choices = [
  { decision: "publish", reason: null },
  { decision: "return", reason: "insults" },
  { decision: "reject", reason: "off-topic" },
] as const;

export type RaceResult = { decided: string[]; conflicts: number; unexpected: string[] };

/** Every rep works through all the cases, each in an order of their own, until none is left. */
export async function runDecisionRace(
  reps: Person[],
  caseIds: string[],
  onDecided = (_id: string) => {},
): Promise<RaceResult> {
  const result: RaceResult = { decided: [], conflicts: 0, unexpected: [] };
  await Promise.all(
    reps.map(async (rep, n) => {
      for (const id of shuffled(caseIds)) {
        const isDecided = result.decided.includes(id);
        if (isDecided && Math.random() > 0.1) continue; // as a rep whose page is a little old
        const choice = choices[n % choices.length] ?? choices[0];
        try {
          await decideCase(rep, id, { ...choice, version: 1, toAuthor: null, note: null, spans: [], phrases: [] });
          result.decided.push(id);
          onDecided(id);
        } catch (error) {
          if (error instanceof Conflict) result.conflicts++;
          else result.unexpected.push(error instanceof RuleViolation ? error.message : String(error));
        }
      }
    }),
  );
  return result;
}

const shuffled = (ids: string[]) =>
  ids
    .map((id) => ({ id, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);

/** What is wrong with cases, comments and decisions together: each case decided has one decision, and its comment moved. */
export async function listFaults(caseIds: string[]): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string; fault: string }[]>`
    SELECT cases.id, format('%s, %s, %s decisions, %s notices', cases.state, comments.state, d.count, n.count) AS fault
    FROM cases JOIN comments ON comments.id = cases."commentId"
    CROSS JOIN LATERAL (SELECT count(*), max("toState"::text) AS state FROM decisions WHERE "caseId" = cases.id) d
    CROSS JOIN LATERAL (SELECT count(*) FROM notices WHERE "commentId" = comments.id) n
    WHERE cases.id = ANY(${caseIds}) AND NOT (
      (cases.state = 'decided' AND d.count = 1 AND n.count = 1 AND comments.state::text = d.state)
      OR (cases.state = 'open' AND d.count = 0 AND n.count = 0 AND comments.state = 'held'))`;
  return rows.map(({ id, fault }) => `${id}: ${fault}`);
}
