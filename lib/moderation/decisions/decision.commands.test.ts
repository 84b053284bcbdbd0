import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/verification.queries";
import { getThread } from "@/lib/comments/comment.queries";
import { correctLocation } from "@/lib/comments/location.commands";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { listQueue } from "@/lib/moderation/queue/queue.queries";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { createTestDatabase } from "@/scripts/test/database";
import {
  decideAndMakeEdition,
  makeAccount,
  makeRep,
  openStrategy,
  publishDecision,
  sendHeldComment,
} from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
beforeAll(async () => {
  for (const id of ["cornwall-scilly", "west-midlands"]) await openStrategy(id);
});

const actionOf = async (caseId: string) => (await db().decision.findFirst({ where: { caseId } }))?.action;

describe("deciding a case", () => {
  test("publishing shows the comment and records who decided, when and on what", async () => {
    const rep = await makeRep("cornwall-scilly");
    const { caseId, comment } = await sendHeldComment("cornwall-scilly", {
      text: "Six in the morning is too early for no bus.",
    });
    expect(await getThread("cornwall-scilly", comment.threadId, null)).toBeNull();
    await decideAndMakeEdition(rep, caseId);
    expect((await getThread("cornwall-scilly", comment.threadId, null))?.first.text).toContain("Six in the morning");
    const decision = await db().decision.findFirstOrThrow({ where: { caseId } });
    expect(decision).toMatchObject({
      chainId: "cornwall-scilly",
      action: "publish",
      deciderId: rep.accountId,
      deciderUnion: "unison",
    });
    expect((await db().notice.findFirstOrThrow({ where: { commentId: comment.id } })).kind).toBe("comment-published");
  });

  test("of two reps at once one decides, and the other sees who did what", async () => {
    const reps = [await makeRep("cornwall-scilly"), await makeRep("cornwall-scilly", "gmb")];
    for (let round = 0; round < 5; round++) {
      const { caseId } = await sendHeldComment("cornwall-scilly");
      const tries = await Promise.allSettled(reps.map((rep) => decideCase(rep, caseId, publishDecision)));
      const lost = tries.filter((one) => one.status === "rejected");
      expect(lost).toHaveLength(1);
      expect(lost[0]?.reason).toBeInstanceOf(Conflict);
      expect(lost[0]?.reason.message).toMatch(/^Rep \w+ \((unison|gmb)\) got there first and published it/);
      expect(await db().decision.count({ where: { caseId } })).toBe(1);
    }
  });

  test("rejecting and returning need a reason, and publish nothing", async () => {
    const rep = await makeRep("cornwall-scilly");
    for (const action of ["reject", "return"] as const) {
      const { caseId, comment } = await sendHeldComment("cornwall-scilly");
      await expect(decideCase(rep, caseId, { ...publishDecision, decision: action })).rejects.toThrow(RuleViolation);
      await decideCase(rep, caseId, {
        ...publishDecision,
        decision: action,
        reason: "insults",
        toAuthor: "Please say it without the name.",
      });
      expect(await getThread("cornwall-scilly", comment.threadId, null)).toBeNull();
      expect((await getCase(rep, caseId))?.decisions).toMatchObject([
        { action, reason: "insults", decidedBy: rep.label },
      ]);
    }
  });

  test("a comment that waits is masked and published in one step, and its original is sealed", async () => {
    const rep = await makeRep("cornwall-scilly");
    const text = "Ask Maureen on 07700 900123.";
    const { caseId, comment } = await sendHeldComment("cornwall-scilly", { text });
    const mask = { ...publishDecision, decision: "redact", reason: "identifies-someone" } as const;
    await expect(decideCase(rep, caseId, mask)).rejects.toThrow("Say which text to mask");
    await decideAndMakeEdition(rep, caseId, { ...mask, phrases: ["Maureen", "07700 900123"] });
    expect((await getThread("cornwall-scilly", comment.threadId, null))?.first).toMatchObject({
      text: "Ask [masked] on [masked].",
    });
    const revision = await db().revision.findFirstOrThrow({ where: { commentId: comment.id } });
    expect(revision.text).toBe("Ask [masked] on [masked].");
    expect(await db().sealedOriginal.count({ where: { commentId: comment.id } })).toBe(1);
    expect((await db().notice.findFirstOrThrow({ where: { commentId: comment.id } })).kind).toBe("comment-redacted");
  });

  test("an edition, or a corrected workplace, between reading and deciding is no conflict", async () => {
    const rep = await makeRep("cornwall-scilly");
    const author = await makeAccount();
    const { commentId } = await sendHeldComment("cornwall-scilly", {}, author);
    await db().comment.update({ where: { id: commentId }, data: { state: "ready", text: "As it was sent." } });
    await db().case.updateMany({ where: { commentId }, data: { kind: "check" } }); // published first, then checked
    const read = (await listQueue(rep)).items.find(({ text }) => text.startsWith("The first bus"));
    const openCase = await db().case.findFirstOrThrow({ where: { commentId } });
    const seen = await getCase(rep, openCase.id);
    expect(read).toBeDefined();
    await correctLocation(author, commentId, { district: "E06000052", sector: null });
    await makeEdition("cornwall-scilly");
    expect(await db().comment.findUniqueOrThrow({ where: { id: commentId } })).toMatchObject({ state: "published" });
    await decideCase(rep, openCase.id, { ...publishDecision, decision: "dismiss", version: seen?.version ?? 0 });
    expect(await db().decision.findFirst({ where: { caseId: openCase.id } })).toMatchObject({
      fromState: "published",
      action: "dismiss",
    });
  });

  test("an edition that is made while a rep decides is waited for", async () => {
    const rep = await makeRep("cornwall-scilly");
    const { commentId } = await sendHeldComment("cornwall-scilly");
    await db().comment.update({ where: { id: commentId }, data: { state: "ready", text: "As it was sent." } });
    await db().case.updateMany({ where: { commentId }, data: { kind: "check" } });
    const { id } = await db().case.findFirstOrThrow({ where: { commentId } });
    await Promise.all([
      makeEdition("cornwall-scilly"),
      decideCase(rep, id, { ...publishDecision, decision: "dismiss" }),
    ]);
    expect(await actionOf(id)).toBe("dismiss");
  });

  test("of a comment that its author took back meanwhile, the rep is told that, and nothing is left to decide", async () => {
    const rep = await makeRep("cornwall-scilly");
    const author = await makeAccount();
    const { caseId, commentId } = await sendHeldComment("cornwall-scilly", {}, author);
    await withdrawComment(author, commentId);
    await expect(decideCase(rep, caseId, publishDecision)).rejects.toThrow("The author withdrew this comment");
    expect(await getCase(rep, caseId)).toMatchObject({ state: "lapsed", text: "", actions: [] });
    expect((await listQueue(rep)).items.map(({ id }) => id)).not.toContain(caseId);
  });

  test("is refused to reps of other areas, to people who are no reps, and on one's own comment", async () => {
    const { caseId } = await sendHeldComment("cornwall-scilly");
    const elsewhere = await makeRep("west-midlands");
    await expect(decideCase(elsewhere, caseId, publishDecision)).rejects.toThrow(NotFound);
    await expect(decideCase(await makeAccount(), caseId, publishDecision)).rejects.toThrow(NotFound);
    expect(await getCase(elsewhere, caseId)).toBeNull();
    const rep = await makeRep("cornwall-scilly");
    const own = await sendHeldComment("cornwall-scilly", {}, rep);
    await expect(decideCase(rep, own.caseId, publishDecision)).rejects.toThrow("You wrote or recorded this comment");
    expect((await getCase(rep, own.caseId))?.whyCannotDecide).toContain("You wrote or recorded this");
  });

  test("the queue lists only the area's open cases, the most urgent first", async () => {
    const rep = await makeRep("west-midlands");
    const [one, two] = [await sendHeldComment("west-midlands"), await sendHeldComment("west-midlands")];
    await db().case.update({ where: { id: two.caseId }, data: { dueAt: new Date(0) } });
    await decideCase(rep, one.caseId, publishDecision);
    const { items } = await listQueue(rep);
    expect(items[0]?.id).toBe(two.caseId);
    expect(items.map(({ id }) => id)).not.toContain(one.caseId);
    expect(items.every(({ strategyId }) => strategyId === "west-midlands")).toBe(true);
  });
});

describe("the record", () => {
  test("chains and tallies are consistent after all tests above", async () => {
    const reports = await verifyChains();
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
    expect(await findTallyDifferences()).toEqual([]);
  });

  test("the database refuses to change or delete a decision", async () => {
    await expect(db().$executeRaw`UPDATE decisions SET reason = 'other'`).rejects.toThrow("append-only");
    await expect(db().$executeRaw`DELETE FROM decisions`).rejects.toThrow("append-only");
  });

  test("a change made with the trigger disabled is found, and where", async () => {
    const victim = await db().decision.findFirstOrThrow({ where: { chainId: "cornwall-scilly", sequence: 2 } });
    await db().$executeRaw`ALTER TABLE decisions DISABLE TRIGGER USER`;
    await db().$executeRaw`UPDATE decisions SET "deciderUnion" = 'other' WHERE id = ${victim.id}`;
    const faults = (await verifyChains()).flatMap(({ faults }) => faults);
    expect(faults).toEqual([{ chain: "cornwall-scilly", sequence: 2, message: "was changed" }]);
  });
});
