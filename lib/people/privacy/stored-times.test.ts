import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSession } from "@/lib/auth/session.commands";
import { db } from "@/lib/database/client";
import { isoDay, startOfDay } from "@/lib/dates";
import { coarsenTimes } from "@/lib/people/privacy/coarsening.commands";
import { erasePerson } from "@/lib/people/privacy/erasure.commands";
import { sessionsOf } from "@/lib/people/session-owner.queries";
import { createTestDatabase } from "@/scripts/test/database";
import { makeAccount, openStrategy, sendHeldComment } from "@/scripts/test/factories";

// Each time that the database stores: coarsened to the day by the nightly job, or exact for a reason.

const database = await createTestDatabase();
const client = new pg.Client({ connectionString: database.url });
const strategies = ["west-midlands", "cornwall-scilly"];
beforeAll(async () => {
  await client.connect();
  for (const strategy of strategies) await openStrategy(strategy);
});
afterAll(async () => {
  await client.end();
  await database.close();
});

const day = 24 * 60 * 60_000;
const minute = 60_000;
const byNight = "coarsened by the nightly job";
const shortLived = "deleted within a day of its use";
const official = "what an officer, a union or a lead body does for it, and the page shows its day";
const figures = "when figures of everybody were made";
const plan = "planned, and public";
const working = "of a case or comment that is not out yet, and cleared or passed when it is";

/** By table and column. A new time must be added here, with what becomes of it. */
const storedTimes: Record<string, string> = {
  ...timesOf("accounts", byNight, "erasedAt"),
  ...timesOf("answer_revisions", official, "publishedAt", "reviewedAt", "writtenAt"),
  ...timesOf("answers_closures", official, "closedAt"),
  ...timesOf("audit_events", byNight, "occurredAt"),
  ...timesOf("authenticators", official, "addedAt"),
  ...timesOf("case_reassignments", byNight, "reassignedAt"),
  ...timesOf("cases", byNight, "decidedAt", "dueAt", "openedAt"),
  ...timesOf("cases", working, "claimedUntil", "heldUntil"),
  ...timesOf("collective_responses", official, "createdAt"),
  ...timesOf("comments", byNight, "createdAt"),
  ...timesOf("comments", working, "readyAt"),
  ...timesOf("complaints", byNight, "answeredAt", "openedAt"),
  ...timesOf("complaints", "the end of a London day", "dueAt"),
  ...timesOf("decisions", byNight, "decidedAt"),
  ...timesOf("desk_visits", official, "visitedAt"),
  ...timesOf("document_imports", shortLived, "startedAt"),
  ...timesOf("drafts", byNight, "savedAt"),
  ...timesOf("editions", figures, "madeAt"),
  ...timesOf("fact_corrections", official, "checkedAt", "sentAt"),
  ...timesOf("factor_resets", shortLived, "endsAt"),
  ...timesOf("grants", byNight, "endedAt"),
  ...timesOf("grants", official, "grantedAt"),
  ...timesOf("interrupted_forms", shortLived, "endsAt"),
  ...timesOf("meeting_records", byNight, "closedAt", "startedAt"),
  ...timesOf("meeting_uploads", byNight, "startedAt"),
  ...timesOf("notices", byNight, "createdAt", "emailProcessedAt", "seenAt"),
  ...timesOf("original_access_requests", byNight, "decidedAt", "requestedAt", "viewedAt"),
  ...timesOf("participants", byNight, "consentEndedAt", "consentedAt"),
  ...timesOf("passkeys", official, "addedAt", "usedAt"),
  ...timesOf("rate_limits", shortLived, "endsAt"),
  ...timesOf("release_states", figures, "savedAt"),
  ...timesOf("releases", figures, "madeAt"),
  ...timesOf("response_edits", official, "editedAt"),
  ...timesOf("response_mandates", official, "editedAt"),
  ...timesOf("response_parts", official, "editedAt"),
  ...timesOf("response_revisions", official, "publishedAt"),
  ...timesOf("revisions", byNight, "createdAt"),
  ...timesOf("sanctions", byNight, "acknowledgedAt", "endsAt", "imposedAt", "liftedAt"),
  ...timesOf("sealed_originals", byNight, "sealedAt"),
  ...timesOf("sessions", `in steps, and ${shortLived}`, "endsAt", "seenAt", "startedAt", "steppedUpAt"),
  ...timesOf("sign_in_requests", shortLived, "endsAt", "usedAt"),
  ...timesOf("strategies", plan, "closesAt", "opensAt"),
  ...timesOf("strategy_drafts", official, "editedAt"),
  ...timesOf("strategy_drafts", plan, "opensAt"),
  ...timesOf("strategy_extensions", official, "after", "at", "before"),
  ...timesOf("summary_parts", figures, "countedAt"),
  ...timesOf("thread_notes", official, "createdAt"),
  ...timesOf("thread_tags", official, "createdAt"),
  ...timesOf("versions", official, "publishedAt"),
};

function timesOf(table: string, fate: string, ...columns: string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [`${table}.${column}`, fate]));
}

test("each stored time is coarsened by the nightly job, or is listed with its reason", async () => {
  const { rows } = await client.query<{ name: string }>(`
    SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type LIKE 'timestamp%'
      AND table_name <> '_prisma_migrations' ORDER BY 1`);
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(storedTimes).sort());
  const job = readFileSync("lib/people/privacy/coarsening.commands.ts", "utf8");
  for (const [name, fate] of Object.entries(storedTimes)) {
    const [table = "", column = ""] = name.split(".");
    const isCoarsened = new RegExp(`UPDATE ${table}\\b[^;]*"${column}" = (date_trunc|london_day_start)`).test(job);
    expect(isCoarsened, name).toBe(fate === byNight);
  }
});

const people = 12;

/** A thief claims a session's account for the participant who alone wrote in the minutes in which it was last used. */
async function joinSessions(owners: Map<string, string>, step: number): Promise<number> {
  const { rows: sessions } = await client.query<{ accountId: string; seenAt: Date }>(
    `SELECT "accountId", "seenAt" FROM sessions WHERE "accountId" IS NOT NULL`,
  );
  const { rows: comments } = await client.query<{ participantId: string; createdAt: Date }>(
    `SELECT "participantId", "createdAt" FROM comments WHERE state = 'held'`,
  );
  const claims = sessions.map(({ accountId, seenAt }) => {
    const near = comments.filter(({ createdAt }) => {
      const after = createdAt.getTime() - seenAt.getTime();
      return after >= 0 && after < step;
    });
    return near.length === 1 && owners.get(near[0]?.participantId ?? "") === accountId;
  });
  return claims.filter(Boolean).length;
}

test("the time when a session was last used does not tell which of the last comments is its person's", async () => {
  const began = new Date(Math.floor(Date.now() / (60 * minute)) * 60 * minute);
  const owners = new Map<string, string>();
  const used = new Map<string, Date>();
  for (let one = 0; one < people; one++) {
    const person = await makeAccount();
    const accountId = person.accountId ?? "";
    const { commentId, participantId } = await sendHeldComment(strategies[0] ?? "", {}, person);
    const at = new Date(began.getTime() + one * 20 * minute + 17_000); // each alone in their ten minutes
    await startSession({ accountId }, null, at);
    await db().comment.update({ where: { id: commentId }, data: { createdAt: new Date(at.getTime() + 20_000) } });
    owners.set(participantId, accountId);
    used.set(accountId, at);
  }
  const found = await joinSessions(owners, 10 * minute);
  // as a control: sessions that name their account
  for (const accountId of used.keys())
    await db().session.updateMany({ where: sessionsOf(accountId), data: { accountId } });
  const named = await joinSessions(owners, 10 * minute);
  process.stdout.write(`  sessions joined to participants of ${people}: ${found}, if they named accounts ${named}\n`);
  expect([found, named]).toEqual([0, people]);
});

/** The participants that some table's rows of the same transaction show together, or with an account. */
async function joinByTransaction(): Promise<string[]> {
  const { rows } = await client.query<{ ids: string[] }>(`
    SELECT array_agg(DISTINCT id ORDER BY id) AS ids FROM (
      SELECT xmin::text AS wrote, id FROM participants UNION ALL
      SELECT xmin::text, "participantId" FROM comments UNION ALL
      SELECT c.xmin::text, o."participantId" FROM cases c JOIN comments o ON o.id = c."commentId" UNION ALL
      SELECT r.xmin::text, o."participantId" FROM revisions r JOIN comments o ON o.id = r."commentId" UNION ALL
      SELECT xmin::text, id FROM accounts
    ) writes GROUP BY wrote HAVING count(DISTINCT id) BETWEEN 2 AND 4`);
  return rows.map(({ ids }) => ids.join(" "));
}

test("once a day is over, nothing of an erasure shows which aliases were one person's, or when they went", async () => {
  const leavers: string[] = [];
  for (let one = 0; one < 4; one++) {
    const person = await makeAccount();
    const ids: string[] = [];
    for (const strategy of strategies) ids.push((await sendHeldComment(strategy, {}, person)).participantId);
    await erasePerson(person);
    leavers.push([...ids, person.accountId ?? ""].sort().join(" "));
  }
  expect((await joinByTransaction()).filter((ids) => leavers.includes(ids))).toHaveLength(leavers.length);
  await coarsenTimes(new Date(Date.now() + 2 * day));
  expect((await joinByTransaction()).filter((ids) => leavers.includes(ids))).toEqual([]);
  const times = await client.query<{ at: Date }>(`SELECT "erasedAt" AS at FROM accounts WHERE "erasedAt" IS NOT NULL
    UNION ALL SELECT "occurredAt" FROM audit_events WHERE action = 'people.erase'
`);
  expect(times.rows.length).toBeGreaterThanOrEqual(8);
  for (const { at } of times.rows) expect(at).toEqual(startOfDay(isoDay(at)));
});

test("what staff did keeps its day and its order in the day, an erasure the day alone, and nothing else changes", async () => {
  const at = (hour: number) => new Date(startOfDay("2026-11-20").getTime() + hour * 60 * minute);
  const events = [
    { action: "people.signIn", accountId: "a", subject: "account:a", occurredAt: at(15) },
    { action: "people.erase", accountId: null, subject: "person", occurredAt: at(14) },
    { action: "moderation.setCheck", accountId: "b", subject: "strategy:x", occurredAt: at(9) },
    { action: "people.signIn", accountId: "b", subject: "account:b", occurredAt: at(33) },
  ];
  const since = { occurredAt: { gte: at(0), lt: at(48) } };
  await db().auditEvent.createMany({ data: events });
  const today = await db().auditEvent.create({
    data: { action: "people.signIn", accountId: "c", subject: "account:c" },
  });
  await coarsenTimes();
  const read = () =>
    db().auditEvent.findMany({
      where: since,
      orderBy: [{ occurredAt: "asc" }, { orderInDay: "asc" }],
      select: { action: true, accountId: true, occurredAt: true, orderInDay: true },
    });
  const coarse = [
    { action: "people.erase", accountId: null, occurredAt: at(0), orderInDay: 0 },
    { action: "moderation.setCheck", accountId: "b", occurredAt: at(0), orderInDay: 1 },
    { action: "people.signIn", accountId: "a", occurredAt: at(0), orderInDay: 3 },
    { action: "people.signIn", accountId: "b", occurredAt: at(24), orderInDay: 1 },
  ];
  expect(await read()).toEqual(coarse);
  await coarsenTimes();
  expect(await read()).toEqual(coarse);
  expect(await db().auditEvent.findUniqueOrThrow({ where: { id: today.id } })).toEqual(today);
  for (const change of [
    `action = 'people.erase'`,
    `"orderInDay" = 7`,
    `"occurredAt" = london_day_start("occurredAt")`,
    `"occurredAt" = "occurredAt" + interval '1 hour', "orderInDay" = 1`,
    `"occurredAt" = london_day_start("occurredAt"), "orderInDay" = 1, "accountId" = 'z'`,
  ])
    for (const id of [today.id, (await db().auditEvent.findFirstOrThrow({ where: since })).id])
      await expect(client.query(`UPDATE audit_events SET ${change} WHERE id = $1`, [id]), change).rejects.toThrow(
        "append-only",
      );
  await expect(client.query("DELETE FROM audit_events")).rejects.toThrow("append-only");
});
