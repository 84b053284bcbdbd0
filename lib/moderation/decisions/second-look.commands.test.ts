import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/verification.queries";
import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { decideCase } from "@/lib/moderation/decisions/decision.commands";
import { openSecondLooks, setSecondLookShare } from "@/lib/moderation/decisions/second-look.commands";
import { getSecondLookShare, resolveSecondLook } from "@/lib/moderation/decisions/second-look.queries";
import { secondLookAction } from "@/lib/moderation/decisions/second-look.rules";
import { verifyDecisionCounts } from "@/lib/moderation/decisions/transparency.queries";
import { getCase } from "@/lib/moderation/queue/case.queries";
import { openCase } from "@/lib/moderation/queue/case.writes";
import { listQueue } from "@/lib/moderation/queue/queue.queries";
import { listEligible } from "@/lib/moderation/rota/reassignment.queries";
import { type Person, visitor } from "@/lib/people/person.policy";
import { createTestDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy, publishDecision, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

const area = "cornwall-scilly";
let [first, sameUnion, other]: Person[] = [];
const cast = () => {
  if (!first || !sameUnion || !other) throw new Error("not made yet");
  return { first, sameUnion, other };
};

beforeAll(async () => {
  await openStrategy(area);
  await openStrategy("west-midlands");
  first = await makeRep(area);
  sameUnion = await makeRep(area);
  other = await makeRep(area, "gmb");
  await setSecondLookShare("system", { strategyId: area, percent: 100 });
});

const reviewInput = { ...publishDecision, decision: "agree", version: 2 } as const;

/** A decision by the first rep, drawn for a second look. */
async function makeReviewCase(action: "publish" | "reject" = "publish") {
  const { comment, caseId, participantId } = await sendHeldComment(area);
  await decideCase(cast().first, caseId, {
    ...publishDecision,
    decision: action,
    reason: action === "reject" ? "off-topic" : null,
  });
  expect(await openSecondLooks()).toBe(1);
  const found = await db().case.findFirstOrThrow({ where: { commentId: comment.id, kind: "second_look" } });
  return { id: found.id, comment, participantId };
}

describe("a second look", () => {
  test("goes once to reps of other unions; agreeing leaves the comment as it is", async () => {
    const { first, sameUnion, other } = cast();
    const { id, comment } = await makeReviewCase();
    expect(await openSecondLooks()).toBe(0);
    const shows = async (rep: Person) => (await listQueue(rep)).items.some((one) => one.id === id);
    expect([await shows(first), await shows(sameUnion), await shows(other)]).toEqual([false, false, true]);
    await expect(decideCase(first, id, reviewInput)).rejects.toThrow("A rep of your union made this decision");
    await expect(decideCase(sameUnion, id, reviewInput)).rejects.toThrow("A rep of your union made this decision");
    expect((await getCase(other, id))?.actions).toEqual(["publish", "reject"]);
    await expect(decideCase(other, id, { ...reviewInput, decision: "remove", reason: "insults" })).rejects.toThrow(
      RuleViolation,
    );
    await decideCase(other, id, reviewInput);
    const decision = await db().decision.findFirstOrThrow({ where: { caseId: id } });
    expect(decision).toMatchObject({ action: "agree", fromState: "ready", toState: "ready", chainId: area });
    expect(await db().comment.findUnique({ where: { id: comment.id } })).toMatchObject({ state: "ready" });
    expect(await db().notice.count({ where: { commentId: comment.id } })).toBe(1); // of its publication
    expect(await openSecondLooks()).toBe(0); // second looks are not drawn themselves
  });

  test("is blind: what reps see of it is the same whatever was decided, until they have decided", async () => {
    const { first, sameUnion, other } = cast();
    const published = await makeReviewCase("publish");
    const rejected = await makeReviewCase("reject");
    // its thread is public, as after an edition
    await db().thread.update({ where: { id: published.comment.threadId }, data: { week: new Date("2026-11-30") } });
    const seenBy = async (rep: Person, id: string) => {
      const view = await getCase(rep, id);
      const [row] = (await listQueue(rep)).items.filter((item) => item.id === id);
      return { view, row };
    };
    const [one, two] = [await seenBy(other, published.id), await seenBy(other, rejected.id)];
    const sameInBoth = ({ view, row }: typeof one) => {
      const { id: _1, alias: _2, commentId: _3, threadId: _4, openedAt: _5, ...shown } = view ?? {};
      const { id: _6, alias: _7, openedAt: _8, ...listed } = row ?? {};
      return { shown, listed };
    };
    expect(sameInBoth(one)).toEqual(sameInBoth(two));
    expect(one.view?.decisions).toEqual([]);
    expect(JSON.stringify([one, two])).not.toMatch(new RegExp(first.label ?? "a label"));
    // the first case's own page, and another case on the comment, do not show them either
    const firstCase = await db().case.findFirstOrThrow({
      where: { commentId: published.comment.id, kind: "pre_moderation" },
    });
    expect((await getCase(other, firstCase.id))?.decisions).toEqual([]);
    expect((await getCase(sameUnion, firstCase.id))?.decisions).toMatchObject([{ decidedBy: first.label }]);
    expect((await getCase(first, firstCase.id))?.decisions).toMatchObject([{ decidedBy: first.label }]);
    expect((await getCase(first, published.id))?.decisions).toEqual([]);

    const asNew = async (id: string, decision: "publish" | "reject") => {
      const choice = { ...publishDecision, decision, reason: decision === "reject" ? ("insults" as const) : null };
      const { input, isSecondLook } = await resolveSecondLook(other, id, choice);
      expect(isSecondLook).toBe(true);
      await decideCase(other, id, input);
      return (await getCase(other, id))?.decisions.map(({ action, decidedBy }) => [action, decidedBy]);
    };
    expect(await asNew(published.id, "publish")).toEqual([
      ["agree", other.label],
      ["publish", first.label],
    ]);
    expect(await asNew(rejected.id, "publish")).toEqual([
      ["disagree", other.label],
      ["reject", first.label],
    ]);
  });

  test.each([
    ["publish", "ready", "agree"],
    ["publish", "published", "agree"],
    ["publish", "rejected", "disagree"],
    ["publish", "removed", "disagree"],
    ["reject", "ready", "disagree"],
    ["reject", "published", "disagree"],
    ["reject", "rejected", "agree"],
    ["reject", "removed", "agree"],
  ] as const)("“%s” of a comment that became %s is to %s", (choice, state, action) => {
    expect(secondLookAction(choice, state)).toBe(action);
  });

  test("disagreeing with a publication needs a reason and opens a new case", async () => {
    const { other } = cast();
    const { id, comment } = await makeReviewCase();
    await expect(decideCase(other, id, { ...reviewInput, decision: "disagree" })).rejects.toThrow("Choose a reason");
    await decideCase(other, id, {
      ...reviewInput,
      decision: "disagree",
      reason: "identifies-someone",
      note: "It names her ward.",
    });
    const opened = await db().case.findFirstOrThrow({ where: { commentId: comment.id, state: "open" } });
    expect(opened).toMatchObject({ kind: "check", areaId: area, revision: 1 });
    expect((await getCase(other, opened.id))?.decisions[0]).toMatchObject({
      action: "disagree",
      note: "It names her ward.",
    });
    // not the rep who published it; a colleague of their union may
    const { first, sameUnion } = cast();
    const dismissed = { ...reviewInput, decision: "dismiss", reason: null } as const;
    expect((await getCase(first, opened.id))?.actions).toEqual([]);
    await expect(decideCase(first, opened.id, dismissed)).rejects.toThrow("You made the earlier decision");
    expect((await listEligible(db(), opened.id, area)).map(({ accountId }) => accountId)).not.toContain(
      first.accountId,
    );
    expect((await getCase(sameUnion, opened.id))?.actions).toContain("dismiss");
  });

  test("disagreeing with a rejection notifies the author, who can appeal", async () => {
    const { other } = cast();
    const { id, comment } = await makeReviewCase("reject");
    await decideCase(other, id, { ...reviewInput, decision: "disagree", reason: "off-topic" });
    expect(await db().case.count({ where: { commentId: comment.id, state: "open" } })).toBe(0);
    const kinds = (await db().notice.findMany({ where: { commentId: comment.id } })).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(["comment-rejected", "second-look-disagreed"]);
  });

  test("at a publication that was removed meanwhile says nothing to the author, and opens no case", async () => {
    const { sameUnion, other } = cast();
    const { id, comment } = await makeReviewCase();
    const strategyId = area;
    const check = await db().$transaction((tx) =>
      openCase(tx, { kind: "check", strategyId, commentId: comment.id, revision: 1 }),
    );
    const removal = { ...publishDecision, decision: "remove", reason: "insults", version: 2 } as const;
    await decideCase(sameUnion, check.id, removal);
    const kinds = async () =>
      (await db().notice.findMany({ where: { commentId: comment.id } })).map(({ kind }) => kind);
    const before = await kinds();
    expect(before).toContain("comment-removed");
    await decideCase(other, id, { ...reviewInput, decision: "disagree", reason: "insults", version: 3 });
    expect(await kinds()).toEqual(before);
    expect(await db().case.count({ where: { commentId: comment.id, state: "open" } })).toBe(0);
    expect(await openSecondLooks()).toBe(1); // of the removal
  });

  test("at a rejection that an appeal upheld meanwhile opens no case on what both would publish", async () => {
    const { other } = cast();
    const { id, comment } = await makeReviewCase("reject");
    await db().comment.update({ where: { id: comment.id }, data: { state: "ready" } });
    await decideCase(other, id, { ...reviewInput, decision: "disagree", reason: "keeps-to-rules" });
    expect(await db().case.count({ where: { commentId: comment.id, state: "open" } })).toBe(0);
    expect(await db().notice.count({ where: { commentId: comment.id, kind: "second-look-disagreed" } })).toBe(0);
  });

  test.each(["agree", "disagree", "remove", "dismiss", "uphold"] as const)(
    "takes no “%s” from a request made by hand: only whether the rep would publish it",
    async (decision) => {
      const { other } = cast();
      const { id } = await makeReviewCase();
      const byHand = { ...publishDecision, decision, reason: "insults" } as const;
      await expect(resolveSecondLook(other, id, byHand)).rejects.toThrow(RuleViolation);
      await db().case.update({ where: { id }, data: { state: "lapsed" } });
    },
  );

  test("goes to another area when this one has reps of one union only", async () => {
    const elsewhere = await makeRep("west-midlands", "gmb");
    await db().grant.updateMany({ where: { accountId: cast().other.accountId ?? "" }, data: { endedAt: new Date() } });
    const { id } = await makeReviewCase();
    const found = await getCase(elsewhere, id);
    expect(found?.reassignments).toMatchObject([{ kind: "reassigned_to_area", reassignedBy: null }]);
    await decideCase(elsewhere, id, reviewInput);
  });
});

test("the share is drawn by the hashes alone: none at 0, about half at 50", async () => {
  const rep = await makeRep("west-midlands");
  await setSecondLookShare("system", { strategyId: "west-midlands", percent: 0 });
  for (let n = 0; n < 12; n++) await decideCase(rep, (await sendHeldComment("west-midlands")).caseId, publishDecision);
  expect(await openSecondLooks()).toBe(0);
  await setSecondLookShare("system", { strategyId: "west-midlands", percent: 50 });
  expect(await getSecondLookShare("west-midlands")).toBe(50);
  await expect(getSecondLookShare("nowhere")).rejects.toThrow(NotFound);
  const decided = await db().decision.findMany({ where: { chainId: "west-midlands" } });
  const expected = decided.filter(({ hash }) => Buffer.from(hash).readUInt32BE(0) * 100 < 50 * 2 ** 32);
  expect(await openSecondLooks()).toBe(expected.length);
  const reviewed = await db().case.findMany({ where: { strategyId: "west-midlands", kind: "second_look" } });
  expect(reviewed.map(({ reviewedDecisionId }) => reviewedDecisionId).toSorted()).toEqual(
    expected.map(({ id }) => id).toSorted(),
  );
  await expect(setSecondLookShare(visitor, { strategyId: area, percent: 1 })).rejects.toThrow(NotFound);
});

test("chains and counts of decisions are consistent after all tests above", async () => {
  expect(await verifyDecisionCounts()).toEqual([]);
  expect((await verifyChains()).flatMap(({ faults }) => faults)).toEqual([]);
});
