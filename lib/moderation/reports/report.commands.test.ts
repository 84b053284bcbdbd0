import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/chain.queries";
import { getThread } from "@/lib/comments/comment.queries";
import { verifyTallies } from "@/lib/comments/tally.queries";
import { withdraw } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { NotFound, Refused, TooMany } from "@/lib/errors";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { listRecords, verifyDecisionCounts } from "@/lib/moderation/decisions/transparency.queries";
import { shownCount, shownShare } from "@/lib/moderation/decisions/transparency.rules";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { endHolds } from "@/lib/moderation/reports/hold.commands";
import { report } from "@/lib/moderation/reports/report.commands";
import { listOwnReports } from "@/lib/moderation/reports/report.queries";
import { holdHours } from "@/lib/moderation/reports/report.rules";
import type { FlagInput } from "@/lib/moderation/reports/report.schema";
import { type Person, visitor } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
import type { Prisma } from "@/prisma/generated/client";
import { testDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, publishIt, sendOne } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);
const here = "cornwall-scilly";
let rep: Person;
beforeAll(async () => {
  for (const id of [here, "west-midlands"]) await openStrategy(id);
  rep = await makeRep(here);
});

async function published() {
  const sent = await sendOne(here);
  await decide(rep, sent.caseId, publishIt);
  return sent;
}

const flagging = (comment: string): FlagInput => ({
  kind: "flag",
  reason: "insults",
  words: null,
  comment,
  formId: newFormId(),
});
const illegal = (comment: string): FlagInput => ({
  kind: "illegal",
  reason: "threat",
  words: "It says where he lives.",
  comment,
  formId: newFormId(),
});
const anybody = () => makeAccount();
const send = (who: Person, input: FlagInput) => report(who, here, input, `client-${Math.random()}`);
const stateOf = async (id: string) => (await db().comment.findUniqueOrThrow({ where: { id } })).state;
const openCases = (commentId: string) => db().case.findMany({ where: { commentId, state: "open" } });
const told = async (participantId: string) =>
  (await db().notice.findMany({ where: { participantId } })).map(({ kind }) => kind);

async function decideOn(commentId: string, deed: "remove" | "dismiss" | "publish" | "redact", who = rep) {
  const [found] = await openCases(commentId);
  const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
  const reason = deed === "remove" || deed === "redact" ? "insults" : null;
  const words = deed === "redact" ? ["bus"] : [];
  await decide(who, found?.id ?? "", { ...publishIt, deed, version, reason, words });
}

describe("reporting a comment", () => {
  test("a visitor gets a code, the rep reads why but not who, the visitor is told the outcome", async () => {
    const { commentId } = await published();
    const { participantId, receipt } = await send(visitor, { ...flagging(commentId), words: "He means my sister." });
    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(await stateOf(commentId)).toBe("published");
    const [found] = await openCases(commentId);
    expect(found?.kind).toBe("flag");
    const shown = await getCase(rep, found?.id ?? "");
    expect(shown?.flags).toEqual([{ reason: "insults", words: "He means my sister." }]);
    expect(JSON.stringify(shown)).not.toContain(participantId);
    const back: Person = { ...visitor, participantId, participantStrategyId: here };
    expect((await listOwnReports(back, null)).items).toMatchObject([{ commentId, outcome: "waits" }]);
    await decideOn(commentId, "remove");
    expect((await listOwnReports(back, null)).items).toMatchObject([{ outcome: "removed", text: "" }]);
    expect(await told(participantId)).toEqual(["report-removed"]);
  });

  test("several are one case; two at once of one person are one report", async () => {
    const { commentId } = await published();
    const [one, two, three] = [await anybody(), await anybody(), await anybody()];
    await Promise.all([one, one, two, three].map((who) => send(who, flagging(commentId))));
    const cases = await openCases(commentId);
    expect(cases).toHaveLength(1);
    expect(await db().flag.count({ where: { caseId: cases[0]?.id } })).toBe(3);
    await decideOn(commentId, "dismiss");
    await expect(send(one, flagging(commentId))).rejects.toThrow("A rep read it then, and left it");
    expect((await listOwnReports(one, null)).items).toMatchObject([{ outcome: "kept" }]);
    await send(await anybody(), flagging(commentId)); // somebody else may have seen what the rep did not
    expect(await openCases(commentId)).toHaveLength(1);
  });

  test("a rep who reported does not decide; when only they are left, another area does", async () => {
    const { commentId } = await published();
    await send(rep, flagging(commentId));
    const other = await makeRep(here, "gmb");
    await expect(decideOn(commentId, "dismiss")).rejects.toThrow();
    await db().grant.updateMany({ where: { accountId: other.accountId ?? "" }, data: { endedAt: new Date() } });
    await makeRep("west-midlands");
    const next = await published();
    await send(rep, flagging(next.commentId));
    expect((await openCases(next.commentId))[0]?.areaId).toBe("west-midlands");
  });

  test("not one's own, not what nobody can see, not what is gone, and not without end", async () => {
    const author = await anybody();
    const own = await sendOne(here, {}, author);
    await expect(send(await anybody(), flagging(own.commentId))).rejects.toThrow(NotFound);
    await decide(rep, own.caseId, publishIt);
    await expect(send(author, flagging(own.commentId))).rejects.toThrow("You wrote this comment yourself");
    await withdraw(author, own.commentId);
    await expect(send(await anybody(), flagging(own.commentId))).rejects.toThrow("gone already");
    await expect(report(visitor, "west-midlands", flagging(own.commentId), "c")).rejects.toThrow(NotFound);
    const { commentId } = await published();
    const tries = Array.from({ length: 21 }, () => () => report(visitor, here, flagging(commentId), "one network"));
    const last = tries.pop();
    for (const one of tries) await one();
    await expect(last?.()).rejects.toThrow(TooMany);
    expect(await db().participant.count({ where: { flags: { some: { case: { commentId } } } } })).toBe(20);
  });

  test("decided while it is reported: either the report is in the case, or it opens a new one, or it comes too late", async () => {
    for (let round = 0; round < 6; round++) {
      const { commentId } = await published();
      const first = await anybody();
      await send(first, flagging(commentId));
      const second = await anybody();
      const deed = round % 2 ? "remove" : "dismiss";
      const [, late] = await Promise.allSettled([decideOn(commentId, deed), send(second, flagging(commentId))]);
      const flags = await db().flag.findMany({ where: { case: { commentId } }, include: { case: true } });
      if (late.status === "rejected") {
        expect(late.reason).toBeInstanceOf(Refused);
        expect(flags).toHaveLength(1);
      } else {
        expect(flags).toHaveLength(2);
        for (const { case: of, participantId } of flags)
          if (of.state !== "open") expect(await told(participantId ?? "")).toHaveLength(1);
      }
    }
  });

  test("when the author takes it back, those who reported it are told", async () => {
    const author = await anybody();
    const sent = await sendOne(here, {}, author);
    await decide(rep, sent.caseId, publishIt);
    const { participantId } = await send(await anybody(), flagging(sent.commentId));
    await withdraw(author, sent.commentId);
    expect(await told(participantId)).toEqual(["report-over"]);
    expect(await openCases(sent.commentId)).toEqual([]);
  });
});

describe("a report of illegal content", () => {
  test("takes the comment off its page at once, and says so there; a rep puts it back", async () => {
    const { commentId, participantId: author, comment } = await published();
    const { isHeld, participantId } = await send(visitor, illegal(commentId));
    expect([isHeld, await stateOf(commentId)]).toEqual([true, "held"]);
    const thread = await getThread(here, comment.threadId, null);
    expect(thread?.first).toMatchObject({ state: "held", text: "" });
    expect(await told(author)).toContain("comment-held");
    await decideOn(commentId, "publish");
    expect((await getThread(here, comment.threadId, null))?.first.text).toContain("first bus");
    expect(await told(participantId)).toEqual(["report-kept"]);
    // the same words are not held again, but a rep looks
    expect((await send(visitor, illegal(commentId))).isHeld).toBe(false);
    expect(await stateOf(commentId)).toBe("published");
    expect((await openCases(commentId)).map(({ kind }) => kind)).toEqual(["illegal"]);
  });

  test("two at once are one hold", async () => {
    const { commentId } = await published();
    const both = await Promise.all([send(visitor, illegal(commentId)), send(visitor, illegal(commentId))]).catch(
      (error: unknown) => error,
    );
    // the second finds it held: it is told that a rep looks already
    expect(both).toBeInstanceOf(Refused);
    expect(await openCases(commentId)).toHaveLength(1);
    expect(await db().auditEvent.count({ where: { subject: `comment:${commentId}` } })).toBe(1);
  });

  test("ends by itself when nobody decided in time: the comment is back, the case still open", async () => {
    const { commentId, participantId: author } = await published();
    await send(visitor, illegal(commentId));
    expect(await endHolds()).toBe(0);
    const later = new Date(Date.now() + holdHours * 3_600_000 + 1000);
    const both = await Promise.all([endHolds(later), endHolds(later)]);
    expect(both.reduce((sum, one) => sum + one)).toBeGreaterThan(0);
    expect(await stateOf(commentId)).toBe("published");
    expect((await told(author)).filter((kind) => kind === "comment-shown-again")).toHaveLength(1);
    expect((await send(visitor, illegal(commentId))).isHeld).toBe(false);
    await decideOn(commentId, "remove");
    expect(await stateOf(commentId)).toBe("removed");
  });

  test("and other reports wait together: when it is removed, all who reported it are told", async () => {
    const { commentId } = await published();
    const { participantId: one } = await send(visitor, flagging(commentId));
    const { participantId: two } = await send(visitor, illegal(commentId));
    const found = (await openCases(commentId)).find(({ kind }) => kind === "illegal");
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
    await decide(rep, found?.id ?? "", { ...publishIt, deed: "remove", version, reason: "not-lawful" });
    expect([await told(one), await told(two)]).toEqual([["report-removed"], ["report-removed"]]);
    expect(await openCases(commentId)).toEqual([]);
  });
});

test("the public figures say how many reports were decided on, to the nearest 5, and in how many something changed", async () => {
  const decided = { case: { kind: { in: ["flag", "illegal"] } } } satisfies Prisma.DecisionWhereInput;
  const [all, changed] = await Promise.all([
    db().decision.count({ where: decided }),
    db().decision.count({ where: { ...decided, deed: { in: ["redact", "remove"] } } }),
  ]);
  const record = (await listRecords()).find(({ bodyId }) => bodyId === here);
  expect(record?.reports).toEqual({ decided: shownCount(all), changedPercent: shownShare(changed, all) });
  expect(all).toBeGreaterThan(9);
});

test("chains and tallies hold after all of this", async () => {
  expect(await verifyDecisionCounts()).toEqual([]);
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
  expect(await verifyTallies()).toEqual([]);
});
