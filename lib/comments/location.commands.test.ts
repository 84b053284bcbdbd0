import { afterAll, beforeAll, expect, test } from "vitest";
import { putPlaceRight } from "@/lib/comments/location.commands";
import { verifyTallies } from "@/lib/comments/tally.queries";
import { withdraw } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { NotFound, Refused } from "@/lib/errors";
import { decide } from "@/lib/moderation/decisions/decision.commands";
import { visitor } from "@/lib/people/person.policy";
import { testDatabase } from "@/scripts/test/database";
import { makeAccount, makeRep, openStrategy, publishIt, sendOne } from "@/scripts/test/factories";

const database = await testDatabase();
afterAll(database.close);
const strategyId = "west-midlands";
beforeAll(() => openStrategy(strategyId));
const [dudley, birmingham] = ["E08000027", "E08000025"];

test("a wrong workplace is put right, waiting or published, and counted under the right LEP", async () => {
  const person = await makeAccount();
  const rep = await makeRep(strategyId);
  for (const isPublished of [false, true]) {
    const { commentId, caseId } = await sendOne(strategyId, { district: dudley, sector: "H" }, person);
    if (isPublished) await decide(rep, caseId, publishIt);
    await putPlaceRight(person, commentId, { district: birmingham, sector: null });
    expect(await db().comment.findUnique({ where: { id: commentId } })).toMatchObject({
      districtId: birmingham,
      sectorId: null,
      lepId: "gbs",
      vintage: "2021",
    });
    await putPlaceRight(person, commentId, { district: null, sector: "H" });
    expect(await db().comment.findUnique({ where: { id: commentId } })).toMatchObject({
      districtId: null,
      lepId: null,
    });
  }
  expect(await verifyTallies()).toEqual([]);
});

test("not somebody else's, not a place of elsewhere, not once it is gone", async () => {
  const person = await makeAccount();
  const { commentId } = await sendOne(strategyId, { district: dudley }, person);
  const right = { district: birmingham, sector: null };
  for (const stranger of [visitor, await makeAccount()])
    await expect(putPlaceRight(stranger, commentId, right)).rejects.toThrow(NotFound);
  await expect(putPlaceRight(person, commentId, { ...right, district: "E06000052" })).rejects.toThrow(Refused);
  await expect(putPlaceRight(person, commentId, { ...right, sector: "ZZ" })).rejects.toThrow(Refused);
  await withdraw(person, commentId);
  await expect(putPlaceRight(person, commentId, right)).rejects.toThrow(NotFound);
});

test("many at once, there and back: the counts agree", async () => {
  const person = await makeAccount();
  const sent = await Promise.all([1, 2, 3].map(() => sendOne(strategyId, { district: dudley }, person)));
  const places = [dudley, birmingham, null];
  await Promise.allSettled(
    Array.from({ length: 24 }, (_, n) =>
      putPlaceRight(person, sent[n % 3]?.commentId ?? "", { district: places[n % 2] ?? null, sector: null }),
    ),
  );
  expect(await verifyTallies()).toEqual([]);
});
