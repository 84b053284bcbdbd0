import { afterAll, beforeAll, expect, test } from "vitest";
import { revise } from "@/lib/comments/revision.commands";
import { getOwnRevision } from "@/lib/comments/revision.queries";
import { verifyTallies } from "@/lib/comments/tally.queries";
import { db } from "@/lib/database/client";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { type Person, visitor } from "@/lib/people/person.policy";
import { testDatabase } from "@/scripts/test/database";
import { makeRep, openStrategy, publishIt, sendOne } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);
const strategyId = "cornwall-scilly";
let rep: Person;

beforeAll(async () => {
  await openStrategy(strategyId);
  rep = await makeRep(strategyId);
});

async function send() {
  const sent = await sendOne(strategyId, { text: "Ask Jo at the depot." });
  return { ...sent, author: { ...visitor, participantId: sent.participantId, participantStrategyId: strategyId } };
}

const openCases = (commentId: string) => db().case.findMany({ where: { commentId, state: "open" } });

test("a returned comment shows what is asked, and its answer waits again in a new case", async () => {
  const { commentId, caseId, author } = await send();
  const returned = {
    ...publishIt,
    deed: "return",
    reason: "identifies-someone",
    toAuthor: "Leave out the name.",
  } as const;
  await decide(rep, caseId, { ...returned, spans: [[4, 6]] });
  const own = await getOwnRevision(author, commentId);
  expect(own).toMatchObject({ state: "returned", spans: [[4, 6]], toAuthor: "Leave out the name." });
  expect(own?.why).toContain("who a person is");
  await revise(author, commentId, { text: "Ask at the depot.", version: own?.version ?? 0 });
  const [waiting, ...others] = await openCases(commentId);
  expect(others).toEqual([]);
  expect(waiting).toMatchObject({ revision: 2, kind: "pre_moderation" });
  const held = await db().comment.findUniqueOrThrow({ where: { id: commentId } });
  expect(held).toMatchObject({ state: "held", revision: 2 });
  await decide(rep, waiting?.id ?? "", { ...publishIt, version: held.version });
  expect(await db().comment.findUniqueOrThrow({ where: { id: commentId } })).toMatchObject({
    state: "published",
    text: "Ask at the depot.",
  });
  expect(await verifyTallies()).toEqual([]);
});

test("what waits can be changed at once; the rep who read the old words decides nothing", async () => {
  const { commentId, caseId, author } = await send();
  await revise(author, commentId, { text: "Better words.", version: 1 });
  await expect(decide(rep, caseId, publishIt)).rejects.toThrow(Conflict);
  expect((await openCases(commentId)).map(({ revision }) => revision)).toEqual([2]);
  await expect(revise(author, commentId, { text: "Older form.", version: 1 })).rejects.toThrow(Conflict);
  expect(await verifyTallies()).toEqual([]);
});

test("not after an hour, not once published, not somebody else's", async () => {
  const { commentId, caseId, author } = await send();
  const stranger = await send();
  await expect(revise(stranger.author, commentId, { text: "x", version: 1 })).rejects.toThrow(NotFound);
  expect(await getOwnRevision(stranger.author, commentId)).toBeNull();
  await db().revision.updateMany({ where: { commentId }, data: { createdAt: new Date(Date.now() - 61 * 60_000) } });
  await expect(revise(author, commentId, { text: "x", version: 1 })).rejects.toThrow(Refused);
  await decide(rep, caseId, publishIt);
  await expect(revise(author, commentId, { text: "x", version: 2 })).rejects.toThrow("can no longer be changed");
});

test("an author and a rep at once: one of them wins, and all agrees", async () => {
  for (let n = 0; n < 8; n++) {
    const { commentId, caseId, author } = await send();
    const both = await Promise.allSettled([
      revise(author, commentId, { text: "Changed.", version: 1 }),
      decide(rep, caseId, publishIt),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  }
  expect(await verifyTallies()).toEqual([]);
});
