import { afterAll, beforeAll, expect, test } from "vitest";
import { correctLocation } from "@/lib/comments/location.commands";
import { findTallyDifferences } from "@/lib/comments/tally.queries";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import { NotFound, RuleViolation } from "@/lib/errors";
import { visitor } from "@/lib/people/person.policy";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeAccount, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
const strategyId = "west-midlands";
beforeAll(() => openStrategy(strategyId));
const [dudley, birmingham] = ["E08000027", "E08000025"];

test("a wrong workplace is put right, waiting or published, and counted under the right LEP", async () => {
  const person = await makeAccount();
  const rep = await makeRep(strategyId);
  for (const isPublished of [false, true]) {
    const { commentId, caseId } = await sendHeldComment(strategyId, { district: dudley, sector: "H" }, person);
    if (isPublished) await decideAndMakeEdition(rep, caseId);
    await correctLocation(person, commentId, { district: birmingham, sector: null });
    await makeEdition(strategyId); // nothing public of a comment changes between editions
    expect(await db().comment.findUnique({ where: { id: commentId } })).toMatchObject({
      districtId: birmingham,
      sectorId: null,
      lepId: "gbs",
      vintage: "2021",
    });
    await correctLocation(person, commentId, { district: null, sector: "H" });
    await makeEdition(strategyId);
    expect(await db().comment.findUnique({ where: { id: commentId } })).toMatchObject({
      districtId: null,
      lepId: null,
    });
  }
  expect(await findTallyDifferences()).toEqual([]);
});

test("not somebody else's, not a place of elsewhere, not once it is gone", async () => {
  const person = await makeAccount();
  const { commentId } = await sendHeldComment(strategyId, { district: dudley }, person);
  const correctDistrict = { district: birmingham, sector: null };
  for (const stranger of [visitor, await makeAccount()])
    await expect(correctLocation(stranger, commentId, correctDistrict)).rejects.toThrow(NotFound);
  await expect(correctLocation(person, commentId, { ...correctDistrict, district: "E06000052" })).rejects.toThrow(
    RuleViolation,
  );
  await expect(correctLocation(person, commentId, { ...correctDistrict, sector: "ZZ" })).rejects.toThrow(RuleViolation);
  await withdrawComment(person, commentId);
  await expect(correctLocation(person, commentId, correctDistrict)).rejects.toThrow(NotFound);
});

test("many at once, there and back: the counts agree", async () => {
  const person = await makeAccount();
  const sent = await Promise.all([1, 2, 3].map(() => sendHeldComment(strategyId, { district: dudley }, person)));
  const places = [dudley, birmingham, null];
  await Promise.allSettled(
    Array.from({ length: 24 }, (_, n) =>
      correctLocation(person, sent[n % 3]?.commentId ?? "", { district: places[n % 2] ?? null, sector: null }),
    ),
  );
  expect(await findTallyDifferences()).toEqual([]);
});
