import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listRecordEntries } from "@/lib/audit/record.queries";
import { recordLine } from "@/lib/audit/record.rules";
import { verifyChains } from "@/lib/audit/verification.queries";
import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { reviseComment } from "@/lib/comments/revision.commands";
import { replyToThread, startThread } from "@/lib/comments/submission.commands";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { reportComment } from "@/lib/moderation/reports/report.commands";
import { submitAppeal, submitSanctionAppeal } from "@/lib/moderation/sanctions/appeal.commands";
import { acknowledgeWarning, imposeSanction } from "@/lib/moderation/sanctions/sanction.commands";
import { getOwnSanction, getSanctionOptions, listSanctionsInForce } from "@/lib/moderation/sanctions/sanction.queries";
import type { SanctionInput } from "@/lib/moderation/sanctions/sanction.schema";
import type { Person } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { createTestDatabase } from "@/scripts/test/database";
import {
  decideAndMakeEdition,
  makeAccount,
  makeCommentInput,
  makeRep,
  openStrategy,
  publishDecision,
  sendHeldComment,
} from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
const here = "cornwall-scilly";
let rep: Person;
let other: Person;
beforeAll(async () => {
  for (const id of [here, "west-midlands"]) await openStrategy(id);
  [rep, other] = [await makeRep(here), await makeRep(here, "gmb")];
});

const warning: SanctionInput = { kind: "warning", days: 3, reason: "insults", message: "Please stop." };
const suspension: SanctionInput = { kind: "suspension", days: 7, reason: "insults", message: null };
const write = async (who: Person, where = here) => startThread(who, where, 1, await makeCommentInput(where));

const publishesFirst = (isSo: boolean) =>
  db().strategy.update({ where: { id: here }, data: { moderation: isSo ? "after" : "before" } });

async function sanctioned(input: SanctionInput) {
  const author = await makeAccount();
  const sent = await sendHeldComment(here, {}, author);
  await decideCase(rep, sent.caseId, { ...publishDecision, decision: "reject", reason: "insults" });
  if (input.kind === "pre_moderation") await publishesFirst(true);
  await imposeSanction(rep, sent.caseId, input);
  const { id } = await db().sanction.findFirstOrThrow({ where: { participantId: sent.participantId } });
  return { author, id, ...sent };
}

describe("a warning", () => {
  test("bars writing until it is acknowledged; then it is over", async () => {
    const { author, id, participantId } = await sanctioned(warning);
    expect(await listSanctionsInForce(author)).toMatchObject([{ id, kind: "warning" }]);
    expect(await getOwnSanction(author, id)).toMatchObject({ message: "Please stop.", isInForce: true });
    await expect(write(author)).rejects.toThrow("has sent you a warning");
    await expect(acknowledgeWarning(await makeAccount(), id)).rejects.toThrow(NotFound);
    expect(await getOwnSanction(await makeAccount(), id)).toBeNull();
    await Promise.all([acknowledgeWarning(author, id), acknowledgeWarning(author, id)]);
    await write(author);
    expect(await listSanctionsInForce(author)).toEqual([]);
    const notices = await db().notice.findMany({ where: { participantId } });
    expect(notices.map(({ kind }) => kind).toSorted()).toEqual(["comment-rejected", "sanction-imposed"]);
    const events = await db().auditEvent.findMany({ where: { subject: `sanction:${id}` } });
    expect(events).toMatchObject([{ action: "moderation.acknowledge", accountId: null }]);
  });

  test("is in the record of the lead body, in a line that names nobody", async () => {
    const { commentId, participantId } = await sanctioned(warning);
    const decision = await db().decision.findFirstOrThrow({ where: { commentId, action: "warn" } });
    expect(decision).toMatchObject({ chainId: here, fromState: "rejected", toState: "rejected", reason: "insults" });
    await makeEdition(here);
    const entries = await listRecordEntries(here, 0, 1000);
    const entry = entries.find(({ link }) => link?.id === decision.id);
    const line = entry ? recordLine(entry) : "";
    expect(JSON.parse(line.slice(65)).slice(4, 7)).toEqual(["warn", "rejected", "rejected"]);
    for (const hidden of [participantId, commentId, rep.accountId ?? "?"]) expect(line).not.toContain(hidden);
  });
});

describe("a suspension", () => {
  test("bars comments, replies, revisions and reports on this strategy only, and nothing else", async () => {
    const author = await makeAccount();
    const waiting = await sendHeldComment(here, {}, author);
    const visible = await sendHeldComment(here);
    await decideAndMakeEdition(rep, visible.caseId);
    const bad = await sendHeldComment(here, {}, author);
    await decideCase(rep, bad.caseId, { ...publishDecision, decision: "reject", reason: "insults" });
    await imposeSanction(rep, bad.caseId, suspension);
    const stopped = "suspended you on this strategy until";
    await expect(write(author)).rejects.toThrow(stopped);
    const { text, stance, versionId } = await makeCommentInput(here);
    const reply = { text, stance, versionId, formId: newFormId() };
    await expect(replyToThread(author, here, visible.comment.threadId, reply)).rejects.toThrow(stopped);
    await expect(reviseComment(author, waiting.commentId, { text: "Other words.", version: 1 })).rejects.toThrow(
      stopped,
    );
    const report = { comment: visible.commentId, formId: null, reason: "insults", details: null } as const;
    await expect(reportComment(author, here, { ...report, kind: "report" }, "c")).rejects.toThrow(stopped);
    await reactToComment(author, here, { comment: visible.commentId, value: "agree", formId: null }, "c");
    await reportComment(
      author,
      here,
      { ...report, kind: "illegal", reason: "threat", details: "It threatens me." },
      "c",
    );
    await submitAppeal(author, bad.commentId, { grounds: "It insulted nobody." });
    await withdrawComment(author, waiting.commentId);
    await write(author, "west-midlands");
  });

  test("ends by itself", async () => {
    const { author, id } = await sanctioned(suspension);
    await db().sanction.update({ where: { id }, data: { endsAt: new Date(Date.now() - 1000) } });
    await write(author);
    expect(await getOwnSanction(author, id)).toMatchObject({ isInForce: false });
  });
});

describe("imposing a sanction", () => {
  test("is for rejected, masked or removed comments, by a rep who may decide, once", async () => {
    const author = await makeAccount();
    const { caseId } = await sendHeldComment(here, {}, author);
    await expect(imposeSanction(rep, caseId, warning)).rejects.toThrow(
      "Only a comment that was rejected, masked or removed",
    );
    await decideCase(rep, caseId, { ...publishDecision, decision: "reject", reason: "insults" });
    await expect(imposeSanction(await makeRep("west-midlands"), caseId, warning)).rejects.toThrow(NotFound);
    await expect(imposeSanction(author, caseId, warning)).rejects.toThrow(NotFound);
    await expect(imposeSanction(rep, caseId, { ...warning, kind: "pre_moderation" })).rejects.toThrow(
      "Reps already read every comment",
    );
    expect((await getSanctionOptions(rep, caseId))?.kinds).toEqual(["warning", "suspension"]);
    const tries = await Promise.allSettled([rep, other].map((one) => imposeSanction(one, caseId, suspension)));
    const lost = tries.filter((one) => one.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toBeInstanceOf(RuleViolation);
    expect(lost[0]?.reason.message).toContain("already a sanction for this comment");
    expect(await getSanctionOptions(rep, caseId)).toMatchObject({ kinds: [] });
  });

  test("can hold a participant's comments where the strategy publishes first", async () => {
    const { author } = await sanctioned({ ...warning, kind: "pre_moderation" });
    expect((await write(author)).state).toBe("held");
    expect((await write(await makeAccount())).state).toBe("ready");
    await publishesFirst(false);
  });
});

describe("an appeal against a sanction", () => {
  const appealInput = { grounds: "I was provoked." };

  test("goes to another rep, is made once, lifts the sanction when upheld, and outlives the comment", async () => {
    const { author, id, commentId } = await sanctioned(suspension);
    await expect(submitSanctionAppeal(await makeAccount(), id, appealInput)).rejects.toThrow(NotFound);
    const both = await Promise.allSettled([
      submitSanctionAppeal(author, id, appealInput),
      submitSanctionAppeal(author, id, appealInput),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await withdrawComment(author, commentId);
    const found = await db().case.findFirstOrThrow({ where: { commentId, kind: "sanction_appeal", state: "open" } });
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    const uphold = { ...publishDecision, decision: "uphold", version, reason: "keeps-to-rules" } as const;
    await expect(decideCase(rep, found.id, uphold)).rejects.toThrow("You made the earlier decision");
    await decideCase(other, found.id, uphold);
    expect(await getOwnSanction(author, id)).toMatchObject({ isLifted: true, isInForce: false });
    await write(author);
    await expect(submitSanctionAppeal(author, id, appealInput)).rejects.toThrow("has already ended");
    const { state } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    expect(state).toBe("withdrawn");
  });

  test("leaves the sanction in force when dismissed", async () => {
    const { author, id, commentId } = await sanctioned(suspension);
    await submitSanctionAppeal(author, id, appealInput);
    const found = await db().case.findFirstOrThrow({ where: { commentId, kind: "sanction_appeal" } });
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    await decideCase(other, found.id, { ...publishDecision, decision: "dismiss", version, reason: "insults" });
    expect(await getOwnSanction(author, id)).toMatchObject({ isInForce: true, appeal: { state: "decided" } });
    await expect(write(author)).rejects.toThrow("suspended");
    await expect(submitSanctionAppeal(author, id, appealInput)).rejects.toThrow("have already appealed");
  });

  test("about the comment itself lifts the sanction too when upheld", async () => {
    const { author, id, commentId } = await sanctioned(suspension);
    await submitAppeal(author, commentId, appealInput);
    const found = await db().case.findFirstOrThrow({ where: { commentId, kind: "appeal", state: "open" } });
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    await decideCase(other, found.id, { ...publishDecision, decision: "uphold", version, reason: "keeps-to-rules" });
    expect(await getOwnSanction(author, id)).toMatchObject({ isLifted: true });
    await write(author);
  });
});

test("every chain is intact after all tests above", async () => {
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
});
