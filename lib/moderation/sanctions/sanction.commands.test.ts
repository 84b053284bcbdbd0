import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pageOfLinks, verifyChains } from "@/lib/audit/chain.queries";
import { recordLine } from "@/lib/audit/chain.rules";
import { react } from "@/lib/comments/reactions/reaction.commands";
import { revise } from "@/lib/comments/revision.commands";
import { replyTo, startThread } from "@/lib/comments/submission/submission.commands";
import { withdraw } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { NotFound, Refused } from "@/lib/errors";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { report } from "@/lib/moderation/reports/report.commands";
import { appeal, appealSanction } from "@/lib/moderation/sanctions/appeal.commands";
import { acknowledge, sanction } from "@/lib/moderation/sanctions/sanction.commands";
import { getOwnSanction, getSanctionable, listInForce } from "@/lib/moderation/sanctions/sanction.queries";
import type { SanctionInput } from "@/lib/moderation/sanctions/sanction.schema";
import type { Person } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
import { testDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, publishIt, sendOne, typed } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);
const here = "cornwall-scilly";
let rep: Person;
let other: Person;
beforeAll(async () => {
  for (const id of [here, "west-midlands"]) await openStrategy(id);
  [rep, other] = [await makeRep(here), await makeRep(here, "gmb")];
});

const warning: SanctionInput = { kind: "warning", days: 3, reason: "insults", words: "Please stop." };
const suspension: SanctionInput = { kind: "suspension", days: 7, reason: "insults", words: null };
const write = async (who: Person, where = here) => startThread(who, where, 1, await typed(where));

const publishesFirst = (isSo: boolean) =>
  db().strategy.update({ where: { id: here }, data: { moderation: isSo ? "after" : "before" } });

async function sanctioned(input: SanctionInput) {
  const author = await makeAccount();
  const sent = await sendOne(here, {}, author);
  await decide(rep, sent.caseId, { ...publishIt, deed: "reject", reason: "insults" });
  if (input.kind === "pre_moderation") await publishesFirst(true);
  await sanction(rep, sent.caseId, input);
  const { id } = await db().sanction.findFirstOrThrow({ where: { participantId: sent.participantId } });
  return { author, id, ...sent };
}

describe("a warning", () => {
  test("stops words until it is read; then it is over", async () => {
    const { author, id, participantId } = await sanctioned(warning);
    expect(await listInForce(author)).toMatchObject([{ id, kind: "warning" }]);
    expect(await getOwnSanction(author, id)).toMatchObject({ words: "Please stop.", isInForce: true });
    await expect(write(author)).rejects.toThrow("has sent you a warning");
    await expect(acknowledge(await makeAccount(), id)).rejects.toThrow(NotFound);
    expect(await getOwnSanction(await makeAccount(), id)).toBeNull();
    await Promise.all([acknowledge(author, id), acknowledge(author, id)]);
    await write(author);
    expect(await listInForce(author)).toEqual([]);
    const notices = await db().notice.findMany({ where: { participantId } });
    expect(notices.map(({ kind }) => kind).toSorted()).toEqual(["comment-rejected", "sanction-given"]);
    const events = await db().auditEvent.findMany({ where: { subject: `sanction:${id}` } });
    expect(events).toMatchObject([{ deed: "moderation.acknowledge", accountId: null }]);
  });

  test("stands in the record of the lead body, and its line names nobody", async () => {
    const { commentId, participantId } = await sanctioned(warning);
    const decision = await db().decision.findFirstOrThrow({ where: { commentId, deed: "warn" } });
    expect(decision).toMatchObject({ chainId: here, fromState: "rejected", toState: "rejected", reason: "insults" });
    const [link] = await pageOfLinks(here, decision.sequence - 1, 1);
    const line = link ? recordLine(link) : "";
    expect(JSON.parse(line.slice(65)).slice(4, 7)).toEqual(["warn", "rejected", "rejected"]);
    for (const hidden of [participantId, commentId, rep.accountId ?? "?"]) expect(line).not.toContain(hidden);
  });
});

describe("a suspension", () => {
  test("stops comments, replies, changes and reports on this strategy; nothing else, and nowhere else", async () => {
    const author = await makeAccount();
    const waiting = await sendOne(here, {}, author);
    const seen = await sendOne(here);
    await decide(rep, seen.caseId, publishIt);
    const bad = await sendOne(here, {}, author);
    await decide(rep, bad.caseId, { ...publishIt, deed: "reject", reason: "insults" });
    await sanction(rep, bad.caseId, suspension);
    const stopped = "suspended you on this strategy until";
    await expect(write(author)).rejects.toThrow(stopped);
    const { text, stance, versionId } = await typed(here);
    const reply = { text, stance, versionId, formId: newFormId() };
    await expect(replyTo(author, here, seen.comment.threadId, reply)).rejects.toThrow(stopped);
    await expect(revise(author, waiting.commentId, { text: "Other words.", version: 1 })).rejects.toThrow(stopped);
    const flag = { comment: seen.commentId, formId: null, reason: "insults", words: null } as const;
    await expect(report(author, here, { ...flag, kind: "flag" }, "c")).rejects.toThrow(stopped);
    await react(author, here, { comment: seen.commentId, value: "agree", formId: null }, "c");
    await report(author, here, { ...flag, kind: "illegal", reason: "threat", words: "It threatens me." }, "c");
    await appeal(author, bad.commentId, { words: "It insulted nobody." });
    await withdraw(author, waiting.commentId);
    await write(author, "west-midlands");
  });

  test("ends by itself", async () => {
    const { author, id } = await sanctioned(suspension);
    await db().sanction.update({ where: { id }, data: { endsAt: new Date(Date.now() - 1000) } });
    await write(author);
    expect(await getOwnSanction(author, id)).toMatchObject({ isInForce: false });
  });
});

describe("giving one", () => {
  test("is for what was rejected, masked or removed, by a rep who may decide, once", async () => {
    const author = await makeAccount();
    const { caseId } = await sendOne(here, {}, author);
    await expect(sanction(rep, caseId, warning)).rejects.toThrow("Only a comment that was rejected, masked or removed");
    await decide(rep, caseId, { ...publishIt, deed: "reject", reason: "insults" });
    await expect(sanction(await makeRep("west-midlands"), caseId, warning)).rejects.toThrow(NotFound);
    await expect(sanction(author, caseId, warning)).rejects.toThrow(NotFound);
    await expect(sanction(rep, caseId, { ...warning, kind: "pre_moderation" })).rejects.toThrow(
      "waits for a rep already",
    );
    expect((await getSanctionable(rep, caseId))?.kinds).toEqual(["warning", "suspension"]);
    const tries = await Promise.allSettled([rep, other].map((one) => sanction(one, caseId, suspension)));
    const lost = tries.filter((one) => one.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toBeInstanceOf(Refused);
    expect(lost[0]?.reason.message).toContain("was given for this comment already");
    expect(await getSanctionable(rep, caseId)).toMatchObject({ kinds: [] });
  });

  test("in a strategy that publishes first, what they write can be made to wait", async () => {
    const { author } = await sanctioned({ ...warning, kind: "pre_moderation" });
    expect((await write(author)).state).toBe("held");
    expect((await write(await makeAccount())).state).toBe("published");
    await publishesFirst(false);
  });
});

describe("an appeal against one", () => {
  const why = { words: "I was provoked." };

  test("goes to another rep, is made once, lifts it when upheld, and outlives the comment", async () => {
    const { author, id, commentId } = await sanctioned(suspension);
    await expect(appealSanction(await makeAccount(), id, why)).rejects.toThrow(NotFound);
    const both = await Promise.allSettled([appealSanction(author, id, why), appealSanction(author, id, why)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await withdraw(author, commentId);
    const found = await db().case.findFirstOrThrow({ where: { commentId, kind: "sanction_appeal", state: "open" } });
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    const uphold = { ...publishIt, deed: "uphold", version, reason: "keeps-to-rules" } as const;
    await expect(decide(rep, found.id, uphold)).rejects.toThrow("You took the decision before");
    await decide(other, found.id, uphold);
    expect(await getOwnSanction(author, id)).toMatchObject({ isLifted: true, isInForce: false });
    await write(author);
    await expect(appealSanction(author, id, why)).rejects.toThrow("over already");
    const { state } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    expect(state).toBe("withdrawn");
  });

  test("dismissed, it stays", async () => {
    const { author, id, commentId } = await sanctioned(suspension);
    await appealSanction(author, id, why);
    const found = await db().case.findFirstOrThrow({ where: { commentId, kind: "sanction_appeal" } });
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    await decide(other, found.id, { ...publishIt, deed: "dismiss", version, reason: "insults" });
    expect(await getOwnSanction(author, id)).toMatchObject({ isInForce: true, appeal: { state: "decided" } });
    await expect(write(author)).rejects.toThrow("suspended");
    await expect(appealSanction(author, id, why)).rejects.toThrow("appealed once already");
  });

  test("when an appeal for the comment itself is upheld, the sanction for it goes too", async () => {
    const { author, id, commentId } = await sanctioned(suspension);
    await appeal(author, commentId, why);
    const found = await db().case.findFirstOrThrow({ where: { commentId, kind: "appeal", state: "open" } });
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    await decide(other, found.id, { ...publishIt, deed: "uphold", version, reason: "keeps-to-rules" });
    expect(await getOwnSanction(author, id)).toMatchObject({ isLifted: true });
    await write(author);
  });
});

test("every chain is whole after all of this", async () => {
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
});
