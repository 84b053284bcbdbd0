import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/database/client";
import { Conflict, NotFound } from "@/lib/errors";
import { type Person, visitor } from "@/lib/people/person.policy";
import { eraseAccount } from "@/lib/people/privacy/erasure.writes";
import {
  createBriefing,
  deleteBriefing,
  maxBriefings,
  saveBriefing,
} from "@/lib/summaries/briefings/briefing.commands";
import { findBriefingBody, getBriefing, listBriefings } from "@/lib/summaries/briefings/briefing.queries";
import type { BriefingInput } from "@/lib/summaries/briefings/briefing.schema";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

const scope = { body: "west-midlands", lep: "black-country" };
const input: BriefingInput = {
  title: "For the board",
  parts: ["purpose"],
  isShared: false,
  remarks: { start: "Ours." },
};
let [ann, ben, elsewhere]: Person[] = [];

async function makeOfficer(label: string, bodyId: string): Promise<Person> {
  const { id } = await db().account.create({ data: { label } });
  await db().grant.create({ data: { accountId: id, role: "officer", bodyId } });
  return { ...visitor, accountId: id, label, grants: [{ role: "officer", bodyId, unionId: null }] };
}

beforeAll(async () => {
  ann = await makeOfficer("Ann", "west-midlands");
  ben = await makeOfficer("Ben", "west-midlands");
  elsewhere = await makeOfficer("Cat", "cornwall-scilly");
});
const officers = () => ({ ann: ann as Person, ben: ben as Person, elsewhere: elsewhere as Person });
const titles = async (person: Person) => (await listBriefings(person)).map(({ title }) => title);

test("only its author can use a briefing until they share it with all officers of the body", async () => {
  const { ann, ben, elsewhere } = officers();
  const id = await createBriefing(ann, scope, input);
  expect(await getBriefing(ann, id)).toMatchObject({ ...input, lepId: "black-country", author: "Ann", canShare: true });
  for (const person of [ben, elsewhere, visitor]) {
    expect(await getBriefing(person, id)).toBeNull();
    expect(await titles(person)).toEqual([]);
    await expect(saveBriefing(person, id, 1, input)).rejects.toThrow(NotFound);
    await expect(deleteBriefing(person, id)).rejects.toThrow(NotFound);
  }
  await saveBriefing(ann, id, 1, { ...input, isShared: true });
  expect(await getBriefing(ben, id)).toMatchObject({ title: "For the board", canShare: false, version: 2 });
  expect(await titles(ben)).toEqual(["For the board"]);
  expect(await titles(elsewhere)).toEqual([]);
  expect(await findBriefingBody(elsewhere, "west-midlands")).toBeNull();
  await deleteBriefing(ben, id);
  expect(await titles(ann)).toEqual([]);
  await expect(deleteBriefing(ann, id)).rejects.toThrow(NotFound);
});

test("when two officers save over the same version, the second gets a conflict and the first one’s text stays", async () => {
  const { ann, ben } = officers();
  const id = await createBriefing(ann, scope, { ...input, isShared: true });
  const saves = await Promise.allSettled([
    saveBriefing(ann, id, 1, { ...input, isShared: true, title: "Ann’s" }),
    saveBriefing(ben, id, 1, { ...input, isShared: true, title: "Ben’s" }),
  ]);
  expect(saves.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = saves.find((save) => save.status === "rejected");
  expect(refused?.reason).toBeInstanceOf(Conflict);
  const winner = saves[0]?.status === "fulfilled" ? "Ann" : "Ben";
  expect(await getBriefing(ann, id)).toMatchObject({ title: `${winner}’s`, editedBy: winner, version: 2 });
});

test("a colleague who saves it cannot stop sharing it", async () => {
  const { ann, ben } = officers();
  const id = await createBriefing(ann, scope, { ...input, isShared: true });
  await saveBriefing(ben, id, 1, { ...input, isShared: false, title: "Changed" });
  expect(await getBriefing(ben, id)).toMatchObject({ title: "Changed", isShared: true });
});

test("it cannot be created on a body without a summary, for another body’s officers, or beyond the limit", async () => {
  const { ann, elsewhere } = officers();
  await expect(createBriefing(ann, { ...scope, lep: "atlantis" }, input)).rejects.toThrow(NotFound);
  await expect(createBriefing(elsewhere, scope, input)).rejects.toThrow(NotFound);
  await expect(createBriefing(visitor, scope, input)).rejects.toThrow(NotFound);
  const many = Array.from({ length: maxBriefings }, (_, i) => ({
    ...{ bodyId: "cornwall-scilly", lepId: "cornwall-scilly", title: `Number ${i}`, parts: [], remarks: {} },
    ...{ isShared: true, authorId: elsewhere.accountId ?? "", editedById: "", editedOn: new Date("2026-12-01") },
  }));
  await db().briefing.createMany({ data: many });
  const own = { body: "cornwall-scilly", lep: "cornwall-scilly" };
  await expect(createBriefing(elsewhere, own, input)).rejects.toThrow("Delete one");
});

test("erasing an account deletes its unshared briefings; shared ones stay", async () => {
  const dan = await makeOfficer("Dan", "west-midlands");
  const own = await createBriefing(dan, scope, input);
  const shared = await createBriefing(dan, scope, { ...input, isShared: true });
  await db().$transaction((tx) => eraseAccount(tx, dan.accountId ?? ""));
  const { ann } = officers();
  expect(await db().briefing.count({ where: { id: own } })).toBe(0);
  expect(await getBriefing(ann, shared)).toMatchObject({ title: "For the board" });
});
