import { afterAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { Refused } from "@/lib/errors";
import { findParticipantByReceipt } from "@/lib/people/participant.queries";
import { participantFor, receiptFor } from "@/lib/people/participant.writes";
import { type Person, visitor } from "@/lib/people/person.policy";
import { newFormId } from "@/lib/security/encryption";
import { testDatabase } from "@/scripts/test/database";

const database = await testDatabase();
afterAll(database.close);

const who = (person: Person, strategyId: string, receipt?: string) =>
  db().$transaction((tx) => participantFor(tx, person, strategyId, receipt));
const account: Person = { ...visitor, accountId: "account-of-the-test" };

test("a receipt makes a participant, and finds them again", async () => {
  const formId = newFormId();
  const receipt = receiptFor(formId);
  expect(receiptFor(formId)).toBe(receipt);
  const first = await who(visitor, "west-midlands", receipt);
  expect(first.isNew).toBe(true);
  expect(first.alias).toMatch(/^\w+ \w+ \d\d$/);
  expect(await who(visitor, "west-midlands", receipt)).toEqual({ ...first, isNew: false });
  expect((await findParticipantByReceipt(receipt))?.id).toBe(first.id);
  expect(await findParticipantByReceipt(receiptFor(newFormId()))).toBeNull();
  await expect(who(visitor, "cornwall-scilly", receipt)).rejects.toThrow(Refused);
});

test("an account has one participant in each strategy, which nothing links", async () => {
  const here = await who(account, "west-midlands");
  const there = await who(account, "cornwall-scilly");
  expect(here.id).not.toBe(there.id);
  expect(await who(account, "west-midlands")).toEqual({ ...here, isNew: false });
  const rows = await db().participant.findMany({ where: { id: { in: [here.id, there.id] } } });
  expect(JSON.stringify(rows)).not.toContain("account-of-the-test");
});

test("who came back by receipt stays the same in its strategy, and needs a new one elsewhere", async () => {
  const { id } = await who(visitor, "west-midlands", receiptFor(newFormId()));
  const back: Person = { ...visitor, participantId: id, participantStrategyId: "west-midlands" };
  expect((await who(back, "west-midlands", receiptFor(newFormId()))).id).toBe(id);
  await expect(who(back, "cornwall-scilly")).rejects.toThrow(Refused);
  const other = await who(back, "cornwall-scilly", receiptFor(newFormId()));
  expect(other.isNew).toBe(true);
});

test("a form sent twenty times at once makes one participant", async () => {
  const receipt = receiptFor(newFormId());
  const sent = await Promise.all(Array.from({ length: 20 }, () => who(visitor, "cornwall-scilly", receipt)));
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  expect(sent.filter(({ isNew }) => isNew)).toHaveLength(1);
});
