import pg from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { listRecentDecisions } from "@/lib/moderation/decisions/reversal.queries";
import { getBurst } from "@/lib/moderation/queue/burst.queries";
import { getCasePage } from "@/lib/moderation/queue/case.queries";
import { claimCase } from "@/lib/moderation/queue/claim.commands";
import { listQueue } from "@/lib/moderation/queue/queue.queries";
import { getQueueDesk } from "@/lib/moderation/queue/queue-desk.queries";
import { getQueueFigures } from "@/lib/moderation/queue/queue-figures.queries";
import type { Person } from "@/lib/people/person.policy";
import { createTestDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy, publishDecision, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
const area = "cornwall-scilly";

/** How many statements the work sends to the database, without notifications of earlier writes. */
async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return sent.mock.calls.filter((call) => !JSON.stringify(call).includes("pg_notify")).length;
  } finally {
    sent.mockRestore();
  }
}

/** What the page of the queue reads. */
const readQueue = async (rep: Person, after: string | null = null) => {
  const { next } = await listQueue(rep, {}, after);
  await Promise.all([getQueueDesk(rep), listRecentDecisions(rep), getBurst(rep), getQueueFigures(rep)]);
  return next;
};

test("the queue is read in five statements, however many cases it shows, and in six on a further page", async () => {
  await openStrategy(area);
  const [rep, other] = [await makeRep(area), await makeRep(area, "gmb")];
  expect(await countStatements(() => readQueue(rep))).toBe(5);
  for (let n = 0; n < 25; n++) {
    const { caseId } = await sendHeldComment(area, { text: `Bus number ${n} comes too late for my shift.` });
    if (n === 3) await claimCase(other, caseId);
  }
  let next: string | null = null;
  expect(await countStatements(async () => (next = await readQueue(rep)))).toBe(5);
  expect(next).not.toBeNull();
  expect(await countStatements(() => readQueue(rep, next))).toBe(6);
});

test("a case is read in five statements with the ways to pass it on or undo it, and in six with the sanctions", async () => {
  const rep = await makeRep(area);
  const { caseId: published } = await sendHeldComment(area, { text: "The tram is full." });
  const { caseId: rejected } = await sendHeldComment(area, { text: "The tram is cold." });
  const countPage = (id: string) => countStatements(() => getCasePage(rep, id));
  expect(await countPage(published)).toBe(5);
  await decideCase(rep, published, publishDecision);
  expect(await countPage(published)).toBe(5);
  await decideCase(rep, rejected, { ...publishDecision, decision: "reject", reason: "off-topic" });
  expect(await countPage(rejected)).toBe(6);
});
