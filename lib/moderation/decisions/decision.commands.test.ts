import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/chain.queries";
import { getThread } from "@/lib/comments/comment.queries";
import { verifyTallies } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { listQueue } from "@/lib/moderation/queue/queue.queries";
import { testDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, publishIt, sendOne } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);
beforeAll(async () => {
  for (const id of ["cornwall-scilly", "west-midlands"]) await openStrategy(id);
});

describe("deciding a case", () => {
  test("publishing shows the words and records who, when and on what", async () => {
    const rep = await makeRep("cornwall-scilly");
    const { caseId, comment } = await sendOne("cornwall-scilly", {
      text: "Six in the morning is too early for no bus.",
    });
    expect(await getThread("cornwall-scilly", comment.threadId, null)).toBeNull();
    await decide(rep, caseId, publishIt);
    expect((await getThread("cornwall-scilly", comment.threadId, null))?.first.text).toContain("Six in the morning");
    const decision = await db().decision.findFirstOrThrow({ where: { caseId } });
    expect(decision).toMatchObject({
      chainId: "cornwall-scilly",
      deed: "publish",
      deciderId: rep.accountId,
      deciderUnion: "unison",
    });
    expect((await db().notice.findFirstOrThrow({ where: { commentId: comment.id } })).kind).toBe("comment-published");
  });

  test("of two at once one wins, and the other is told who did what", async () => {
    const reps = [await makeRep("cornwall-scilly"), await makeRep("cornwall-scilly", "gmb")];
    for (let round = 0; round < 5; round++) {
      const { caseId } = await sendOne("cornwall-scilly");
      const tries = await Promise.allSettled(reps.map((rep) => decide(rep, caseId, publishIt)));
      const lost = tries.filter((one) => one.status === "rejected");
      expect(lost).toHaveLength(1);
      expect(lost[0]?.reason).toBeInstanceOf(Conflict);
      expect(lost[0]?.reason.message).toMatch(/^Rep \w+ \((unison|gmb)\) was first and published it/);
      expect(await db().decision.count({ where: { caseId } })).toBe(1);
    }
  });

  test("rejecting and returning need a reason, and publish nothing", async () => {
    const rep = await makeRep("cornwall-scilly");
    for (const deed of ["reject", "return"] as const) {
      const { caseId, comment } = await sendOne("cornwall-scilly");
      await expect(decide(rep, caseId, { ...publishIt, deed })).rejects.toThrow(Refused);
      await decide(rep, caseId, { ...publishIt, deed, reason: "insults", toAuthor: "Please say it without the name." });
      expect(await getThread("cornwall-scilly", comment.threadId, null)).toBeNull();
      expect((await getCase(rep, caseId))?.decisions).toMatchObject([{ deed, reason: "insults", by: rep.label }]);
    }
  });

  test("not by a rep of elsewhere, not by somebody who is no rep, not on one's own comment", async () => {
    const { caseId } = await sendOne("cornwall-scilly");
    const elsewhere = await makeRep("west-midlands");
    await expect(decide(elsewhere, caseId, publishIt)).rejects.toThrow(NotFound);
    await expect(decide(await makeAccount(), caseId, publishIt)).rejects.toThrow(NotFound);
    expect(await getCase(elsewhere, caseId)).toBeNull();
    const rep = await makeRep("cornwall-scilly");
    const own = await sendOne("cornwall-scilly", {}, rep);
    await expect(decide(rep, own.caseId, publishIt)).rejects.toThrow("You wrote this comment");
    expect((await getCase(rep, own.caseId))?.whyNot).toContain("You wrote this");
  });

  test("the queue holds the area's open cases only, the most urgent first", async () => {
    const rep = await makeRep("west-midlands");
    const [one, two] = [await sendOne("west-midlands"), await sendOne("west-midlands")];
    await db().case.update({ where: { id: two.caseId }, data: { dueAt: new Date(0) } });
    await decide(rep, one.caseId, publishIt);
    const { items } = await listQueue(rep);
    expect(items[0]?.id).toBe(two.caseId);
    expect(items.map(({ id }) => id)).not.toContain(one.caseId);
    expect(items.every(({ strategyId }) => strategyId === "west-midlands")).toBe(true);
  });
});

describe("the record", () => {
  test("chains and tallies hold after all of this", async () => {
    const reports = await verifyChains();
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
    expect(await verifyTallies()).toEqual([]);
  });

  test("the database refuses to change or delete a decision", async () => {
    await expect(db().$executeRaw`UPDATE decisions SET reason = 'other'`).rejects.toThrow("append-only");
    await expect(db().$executeRaw`DELETE FROM decisions`).rejects.toThrow("append-only");
  });

  test("a change made behind the trigger's back is found, and where", async () => {
    const victim = await db().decision.findFirstOrThrow({ where: { chainId: "cornwall-scilly", sequence: 2 } });
    await db().$executeRaw`ALTER TABLE decisions DISABLE TRIGGER USER`;
    await db().$executeRaw`UPDATE decisions SET "deciderUnion" = 'other' WHERE id = ${victim.id}`;
    const faults = (await verifyChains()).flatMap((report) => report.faults);
    expect(faults).toEqual([{ chain: "cornwall-scilly", sequence: 2, what: "was changed" }]);
  });
});
