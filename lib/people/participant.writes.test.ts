import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { RuleViolation } from "@/lib/errors";
import { findParticipantByReceipt, receiptForForm } from "@/lib/people/participant.queries";
import { findOrCreateParticipant } from "@/lib/people/participant.writes";
import { type Person, visitor } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

const findOrCreate = (person: Person, strategyId: string, receipt?: string) =>
  db().$transaction((tx) => findOrCreateParticipant(tx, person, strategyId, receipt));
const account: Person = { ...visitor, accountId: "account-of-the-test" };

test("a receipt creates a participant, and finds it again", async () => {
  const formId = newFormId();
  const receipt = receiptForForm(formId);
  expect(receiptForForm(formId)).toBe(receipt);
  const first = await findOrCreate(visitor, "west-midlands", receipt);
  expect(first.isNew).toBe(true);
  expect(first.alias).toMatch(/^\w+ \w+ \d\d$/);
  expect(await findOrCreate(visitor, "west-midlands", receipt)).toEqual({ ...first, isNew: false });
  expect((await findParticipantByReceipt(receipt))?.id).toBe(first.id);
  expect(await findParticipantByReceipt(receiptForForm(newFormId()))).toBeNull();
  await expect(findOrCreate(visitor, "cornwall-scilly", receipt)).rejects.toThrow(RuleViolation);
});

test("an account has one participant in each strategy, and nothing links them", async () => {
  const here = await findOrCreate(account, "west-midlands");
  const there = await findOrCreate(account, "cornwall-scilly");
  expect(here.id).not.toBe(there.id);
  expect(await findOrCreate(account, "west-midlands")).toEqual({ ...here, isNew: false });
  const rows = await db().participant.findMany({ where: { id: { in: [here.id, there.id] } } });
  expect(JSON.stringify(rows)).not.toContain("account-of-the-test");
});

test("the session of a receipt keeps its participant in that strategy, and needs a new receipt in others", async () => {
  const { id } = await findOrCreate(visitor, "west-midlands", receiptForForm(newFormId()));
  const back: Person = { ...visitor, participantId: id, participantStrategyId: "west-midlands" };
  expect((await findOrCreate(back, "west-midlands", receiptForForm(newFormId()))).id).toBe(id);
  await expect(findOrCreate(back, "cornwall-scilly")).rejects.toThrow(RuleViolation);
  const other = await findOrCreate(back, "cornwall-scilly", receiptForForm(newFormId()));
  expect(other.isNew).toBe(true);
});

test("a form sent twenty times at once creates one participant", async () => {
  const receipt = receiptForForm(newFormId());
  const participants = await Promise.all(
    Array.from({ length: 20 }, () => findOrCreate(visitor, "cornwall-scilly", receipt)),
  );
  expect(new Set(participants.map(({ id }) => id)).size).toBe(1);
  expect(participants.filter(({ isNew }) => isNew)).toHaveLength(1);
});
