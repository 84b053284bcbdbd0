import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/chain.queries";
import { getThread } from "@/lib/comments/comment.queries";
import { listOwn } from "@/lib/comments/own-comment.queries";
import { verifyTallies } from "@/lib/comments/tally.queries";
import { withdraw } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { appeal } from "@/lib/moderation/sanctions/appeal.commands";
import { getOwnAppeal, listAppealedOfMine } from "@/lib/moderation/sanctions/appeal.queries";
import type { Person } from "@/lib/people/person.policy";
import { eraseMe } from "@/lib/people/privacy/erasure.commands";
import { getMyData } from "@/lib/people/privacy/personal-data.queries";
import { testDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, publishIt, sendOne } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);
const here = "cornwall-scilly";
let first: Person;
let second: Person;
beforeAll(async () => {
  await openStrategy(here);
  [first, second] = [await makeRep(here), await makeRep(here, "gmb")];
});

const why = { words: "I named nobody, and it is about the bus." };
const rejectIt = { ...publishIt, deed: "reject", reason: "insults" } as const;
const openAppeal = (commentId: string) =>
  db().case.findFirstOrThrow({ where: { commentId, kind: "appeal", state: "open" } });
const versionOf = async (id: string) => (await db().comment.findUniqueOrThrow({ where: { id } })).version;

async function rejected() {
  const author = await makeAccount();
  const sent = await sendOne(here, {}, author);
  await decide(first, sent.caseId, rejectIt);
  return { author, ...sent };
}

describe("an appeal", () => {
  test("goes to another rep, who reads both texts; upheld, the comment is published and both are told", async () => {
    const { author, commentId, comment, participantId } = await rejected();
    await appeal(author, commentId, why);
    const { id } = await openAppeal(commentId);
    const shown = await getCase(second, id);
    expect(shown).toMatchObject({
      kind: "appeal",
      appeal: why.words,
      decisions: [{ deed: "reject", by: first.label }],
    });
    expect(shown?.text).toContain("The first bus");
    expect((await getCase(first, id))?.deeds).toEqual([]);
    const version = await versionOf(commentId);
    const uphold = { ...publishIt, deed: "uphold", version, reason: "keeps-to-rules" } as const;
    await expect(decide(first, id, uphold)).rejects.toThrow("You took the decision before");
    await expect(decide(second, id, { ...uphold, reason: "insults" })).rejects.toThrow("This reason does not fit");
    await expect(decide(second, id, { ...uphold, reason: null })).rejects.toThrow(Refused);
    await decide(second, id, { ...uphold, toAuthor: "Sorry." });
    expect((await getThread(here, comment.threadId, null))?.first.text).toContain("The first bus");
    const notices = await db().notice.findMany({ where: { participantId } });
    expect(notices.map(({ kind }) => kind)).toContain("appeal-upheld");
    expect((await getOwnAppeal(author, commentId))?.appeal?.outcome).toMatchObject({ isUpheld: true, words: "Sorry." });
    expect((await listAppealedOfMine(first, null)).items).toMatchObject([
      { caseId: id, isUpheld: true, reason: "keeps-to-rules", toAuthor: "Sorry." },
    ]);
    expect((await listAppealedOfMine(second, null)).items).toEqual([]);
  });

  test("is made once: dismissed, the first decision stays", async () => {
    const { author, commentId } = await rejected();
    const both = await Promise.allSettled([appeal(author, commentId, why), appeal(author, commentId, why)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().case.count({ where: { commentId, kind: "appeal" } })).toBe(1);
    const { id } = await openAppeal(commentId);
    const version = await versionOf(commentId);
    await decide(second, id, { ...publishIt, deed: "dismiss", version, reason: "insults" });
    await expect(appeal(author, commentId, why)).rejects.toThrow("You have appealed once already");
    expect((await getOwnAppeal(author, commentId))?.appeal?.outcome).toMatchObject({ isUpheld: false });
    expect((await listOwn(author, null)).items).toMatchObject([{ state: "rejected", reason: "insults" }]);
  });

  test("also against a removal, whose words come back; a new removal can be appealed against anew", async () => {
    const author = await makeAccount();
    const { caseId, commentId, comment } = await sendOne(here, {}, author);
    await decide(first, caseId, publishIt);
    const remove = async () => {
      const found = await db().case.create({
        data: { kind: "flag", strategyId: here, areaId: here, commentId, revision: 1, dueAt: new Date() },
      });
      const version = await versionOf(commentId);
      await decide(first, found.id, { ...publishIt, deed: "remove", version, reason: "off-topic" });
    };
    const upheld = async () => {
      await appeal(author, commentId, why);
      const version = await versionOf(commentId);
      const { id } = await openAppeal(commentId);
      const other = await makeRep(here, "unite");
      await decide(other, id, { ...publishIt, deed: "uphold", version, reason: "keeps-to-rules" });
    };
    await remove();
    await upheld();
    expect((await getThread(here, comment.threadId, null))?.first.text).toContain("The first bus");
    await expect(appeal(author, commentId, why)).rejects.toThrow("nothing to appeal against any more");
    await remove();
    await upheld();
    expect(await db().appeal.count({ where: { decision: { commentId } } })).toBe(2);
  });

  test("is only for the author, and only where words are kept from readers", async () => {
    const { author, commentId } = await rejected();
    await expect(appeal(await makeAccount(), commentId, why)).rejects.toThrow(NotFound);
    expect(await getOwnAppeal(await makeAccount(), commentId)).toBeNull();
    const waiting = await sendOne(here, {}, author);
    await expect(appeal(author, waiting.commentId, why)).rejects.toThrow(Refused);
    await decide(first, waiting.caseId, publishIt);
    await expect(appeal(author, waiting.commentId, why)).rejects.toThrow(Refused);
  });

  test("of two reps at once one decides it, and the other is told who", async () => {
    const { author, commentId } = await rejected();
    await appeal(author, commentId, why);
    const { id } = await openAppeal(commentId);
    const version = await versionOf(commentId);
    const uphold = { ...publishIt, deed: "uphold", version, reason: "keeps-to-rules" } as const;
    const third = await makeRep(here, "unite");
    const tries = await Promise.allSettled([second, third].map((rep) => decide(rep, id, uphold)));
    const lost = tries.filter((one) => one.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toBeInstanceOf(Conflict);
    expect(lost[0]?.reason.message).toContain("upheld the appeal");
  });

  test("decided or taken back at once: never both", async () => {
    for (let round = 0; round < 4; round++) {
      const { author, commentId } = await rejected();
      await appeal(author, commentId, why);
      const { id } = await openAppeal(commentId);
      const version = await versionOf(commentId);
      const uphold = { ...publishIt, deed: "uphold", version, reason: "keeps-to-rules" } as const;
      await Promise.allSettled([decide(second, id, uphold), withdraw(author, commentId)]);
      const { state } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
      const found = await db().case.findUniqueOrThrow({ where: { id }, include: { decisions: true } });
      expect(["published", "withdrawn"]).toContain(state);
      if (found.state === "lapsed") expect(found.decisions).toEqual([]);
      else expect(found.decisions).toHaveLength(1);
    }
  });

  test("is part of one's data, and erased with it", async () => {
    const { author, commentId, participantId } = await rejected();
    await appeal(author, commentId, why);
    expect(JSON.stringify(await getMyData(author))).toContain(why.words);
    await eraseMe(author);
    const { words, case: of } = await db().appeal.findFirstOrThrow({
      where: { case: { commentId } },
      include: { case: true },
    });
    expect([words, of.state]).toEqual(["", "lapsed"]);
    expect(await db().notice.count({ where: { participantId } })).toBe(0);
  });

  test("with nobody else there, another area decides", async () => {
    await db().grant.updateMany({
      where: { bodyId: here, accountId: { not: first.accountId ?? "" } },
      data: { endedAt: new Date() },
    });
    await makeRep("west-midlands");
    const { author, commentId } = await rejected();
    await appeal(author, commentId, why);
    expect((await openAppeal(commentId)).areaId).toBe("west-midlands");
  });
});

test("chains and tallies hold after all of this", async () => {
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
  expect(await verifyTallies()).toEqual([]);
});
