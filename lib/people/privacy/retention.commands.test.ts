import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/verification.queries";
import { db } from "@/lib/database/client";
import { jobSchedule } from "@/lib/jobs/schedule";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { submitComplaint } from "@/lib/people/complaints/complaint.commands";
import { type Person, visitor } from "@/lib/people/person.policy";
import { deleteExpiredData } from "@/lib/people/privacy/retention.commands";
import { retention, retentionPeriods } from "@/lib/people/privacy/retention.rules";
import { newFormId } from "@/lib/security/encryption";
import { createTestDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy, publishDecision, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
const strategyId = "cornwall-scilly";
let rep: Person;
beforeAll(async () => {
  await openStrategy(strategyId);
  rep = await makeRep(strategyId);
});

const textOf = async (commentId: string) => (await db().revision.findFirstOrThrow({ where: { commentId } })).text;
const later = new Date(Date.now() + retentionPeriods.unpublished + 60_000);

test("a year after a decision the rejected text is deleted; published and held text stays, and the chain verifies", async () => {
  const [rejected, returned, published, waiting] = await Promise.all(
    [1, 2, 3, 4].map(() => sendHeldComment(strategyId)),
  );
  const rejection = { ...publishDecision, reason: "off-topic", toAuthor: "Write of work" } as const;
  await decideCase(rep, rejected?.caseId ?? "", { ...rejection, decision: "reject" });
  await decideCase(rep, returned?.caseId ?? "", { ...rejection, decision: "return" });
  await decideCase(rep, published?.caseId ?? "", { ...publishDecision, toAuthor: "Well said" });
  expect(await deleteExpiredData()).toEqual({ revisions: 0, originals: 0, notes: 0, complaints: 0 });
  const deleted = await deleteExpiredData(later);
  expect(deleted).toMatchObject({ revisions: 2 });
  expect(deleted.notes).toBeGreaterThanOrEqual(2);
  for (const one of [rejected, returned]) expect(await textOf(one?.commentId ?? "")).toBe("");
  for (const one of [published, waiting]) expect(await textOf(one?.commentId ?? "")).not.toBe("");
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
  expect(await deleteExpiredData(later)).toMatchObject({ revisions: 0, notes: 0 });
});

test("the text of an open appeal stays until it is decided", async () => {
  const sent = await sendHeldComment(strategyId);
  await decideCase(rep, sent.caseId, { ...publishDecision, decision: "reject", reason: "off-topic" });
  await db().case.update({ where: { id: sent.caseId }, data: { state: "open" } });
  await deleteExpiredData(later);
  expect(await textOf(sent.commentId)).not.toBe("");
});

test("a year after a redaction its original cannot be opened; a year after its answer a complaint is deleted", async () => {
  const sent = await sendHeldComment(strategyId);
  const { id } = await db().sealedOriginal.create({
    data: {
      commentId: sent.commentId,
      areaId: strategyId,
      revision: 1,
      sealedKey: new Uint8Array([1]),
      sealedText: new Uint8Array([1]),
    },
  });
  await submitComplaint(visitor, { text: "old", formId: newFormId() }, "client");
  await submitComplaint(visitor, { text: "open", formId: newFormId() }, "client");
  const old = await db().complaint.findFirstOrThrow();
  await db().complaint.update({ where: { id: old.id }, data: { answeredAt: new Date() } });
  expect(await deleteExpiredData(later)).toMatchObject({ originals: 1, complaints: 1 });
  expect(await db().sealedOriginal.findUnique({ where: { id } })).toMatchObject({ sealedKey: null });
  expect(await db().complaint.count()).toBe(1);
});

test("the table in docs/retention.md matches the code", () => {
  const page = readFileSync(join("docs", "retention.md"), "utf8");
  const rows = retention.map(({ what, period, by }) => `| ${what} | ${period} | ${by} |`);
  expect(page).toContain(`| what | how long | what ends it |\n| --- | --- | --- |\n${rows.join("\n")}\n`);
  for (const [, job] of rows.join("\n").matchAll(/job ([a-z-]+)/g)) expect(jobSchedule).toContain(` ${job} ?`);
});
