import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/chain.queries";
import { db } from "@/lib/database/client";
import { NotFound, Refused } from "@/lib/errors";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { drawSecondLooks, setShare } from "@/lib/moderation/decisions/second-look.commands";
import { getShare } from "@/lib/moderation/decisions/second-look.queries";
import { verifyDecisionCounts } from "@/lib/moderation/decisions/transparency.queries";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { listQueue } from "@/lib/moderation/queue/queue.queries";
import { listEligible } from "@/lib/moderation/rota/reassignment.queries";
import { type Person, visitor } from "@/lib/people/person.policy";
import { testDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy, publishIt, sendOne } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);

const area = "cornwall-scilly";
let [first, sameUnion, other]: Person[] = [];
const who = () => {
  if (!first || !sameUnion || !other) throw new Error("not made yet");
  return { first, sameUnion, other };
};

beforeAll(async () => {
  await openStrategy(area);
  await openStrategy("west-midlands");
  first = await makeRep(area);
  sameUnion = await makeRep(area);
  other = await makeRep(area, "gmb");
  await setShare("system", { strategyId: area, percent: 100 });
});

const look = { ...publishIt, deed: "agree", version: 2 } as const;

/** A decision of the first rep, drawn for a second look. */
async function drawn(deed: "publish" | "reject" = "publish") {
  const { comment, caseId, participantId } = await sendOne(area);
  await decide(who().first, caseId, { ...publishIt, deed, reason: deed === "reject" ? "off-topic" : null });
  expect(await drawSecondLooks()).toBe(1);
  const found = await db().case.findFirstOrThrow({ where: { commentId: comment.id, kind: "second_look" } });
  return { id: found.id, comment, participantId };
}

describe("a second look", () => {
  test("goes to reps of other unions, once; who agrees leaves the comment as it is", async () => {
    const { first, sameUnion, other } = who();
    const { id, comment } = await drawn();
    expect(await drawSecondLooks()).toBe(0);
    const shows = async (rep: Person) => (await listQueue(rep)).items.some((one) => one.id === id);
    expect([await shows(first), await shows(sameUnion), await shows(other)]).toEqual([false, false, true]);
    await expect(decide(first, id, look)).rejects.toThrow("A rep of your union took this decision");
    await expect(decide(sameUnion, id, look)).rejects.toThrow("A rep of your union took this decision");
    expect((await getCase(other, id))?.deeds).toEqual(["agree", "disagree"]);
    await expect(decide(other, id, { ...look, deed: "remove", reason: "insults" })).rejects.toThrow(Refused);
    await decide(other, id, look);
    const decision = await db().decision.findFirstOrThrow({ where: { caseId: id } });
    expect(decision).toMatchObject({ deed: "agree", fromState: "published", toState: "published", chainId: area });
    expect(await db().comment.findUnique({ where: { id: comment.id } })).toMatchObject({ state: "published" });
    expect(await db().notice.count({ where: { commentId: comment.id } })).toBe(1); // that it was published
    expect(await drawSecondLooks()).toBe(0); // a second look is not looked at again
  });

  test("who disagrees with a publication says why, and sends it to the reps once more", async () => {
    const { other } = who();
    const { id, comment } = await drawn();
    await expect(decide(other, id, { ...look, deed: "disagree" })).rejects.toThrow("Choose a reason");
    await decide(other, id, { ...look, deed: "disagree", reason: "identifies-someone", note: "It names her ward." });
    const opened = await db().case.findFirstOrThrow({ where: { commentId: comment.id, state: "open" } });
    expect(opened).toMatchObject({ kind: "check", areaId: area, revision: 1 });
    expect((await getCase(other, opened.id))?.decisions[0]).toMatchObject({
      deed: "disagree",
      note: "It names her ward.",
    });
    // whoever published it does not take it again; a colleague of theirs may
    const { first, sameUnion } = who();
    const dismissed = { ...look, deed: "dismiss", reason: null } as const;
    expect((await getCase(first, opened.id))?.deeds).toEqual([]);
    await expect(decide(first, opened.id, dismissed)).rejects.toThrow("You took the decision before");
    expect((await listEligible(db(), opened.id, area)).map(({ accountId }) => accountId)).not.toContain(
      first.accountId,
    );
    expect((await getCase(sameUnion, opened.id))?.deeds).toContain("dismiss");
  });

  test("who disagrees with a refusal has its author told, who can appeal", async () => {
    const { other } = who();
    const { id, comment } = await drawn("reject");
    await decide(other, id, { ...look, deed: "disagree", reason: "off-topic" });
    expect(await db().case.count({ where: { commentId: comment.id, state: "open" } })).toBe(0);
    const kinds = (await db().notice.findMany({ where: { commentId: comment.id } })).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["comment-rejected", "second-look-differs"]);
  });

  test("goes to another area when this one has no other union", async () => {
    const elsewhere = await makeRep("west-midlands", "gmb");
    await db().grant.updateMany({ where: { accountId: who().other.accountId ?? "" }, data: { endedAt: new Date() } });
    const { id } = await drawn();
    const found = await getCase(elsewhere, id);
    expect(found?.steps).toMatchObject([{ kind: "passed_to_area", by: null }]);
    await decide(elsewhere, id, look);
  });
});

test("the share is what is drawn: none at 0, and about half at 50, by the check numbers alone", async () => {
  const rep = await makeRep("west-midlands");
  await setShare("system", { strategyId: "west-midlands", percent: 0 });
  for (let n = 0; n < 12; n++) await decide(rep, (await sendOne("west-midlands")).caseId, publishIt);
  expect(await drawSecondLooks()).toBe(0);
  await setShare("system", { strategyId: "west-midlands", percent: 50 });
  expect(await getShare("west-midlands")).toBe(50);
  await expect(getShare("nowhere")).rejects.toThrow(NotFound);
  const decided = await db().decision.findMany({ where: { chainId: "west-midlands" } });
  const expected = decided.filter(({ hash }) => Buffer.from(hash).readUInt32BE(0) * 100 < 50 * 2 ** 32);
  expect(await drawSecondLooks()).toBe(expected.length);
  const looked = await db().case.findMany({ where: { strategyId: "west-midlands", kind: "second_look" } });
  expect(looked.map(({ looksAtId }) => looksAtId).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
  await expect(setShare(visitor, { strategyId: area, percent: 1 })).rejects.toThrow(NotFound);
});

test("the chains hold after all of this, and the counts of decisions", async () => {
  expect(await verifyDecisionCounts()).toEqual([]);
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
});
