import { afterAll, expect, test } from "vitest";
import { getLepFacts } from "@/lib/areas/national-facts.queries";
import { db } from "@/lib/database/client";
import { subscribe, waitForPendingNotifications } from "@/lib/database/listener";
import { Conflict, NotFound, RuleViolation } from "@/lib/errors";
import { type GrantView, visitor } from "@/lib/people/person.policy";
import { checkFact, correctFact } from "@/lib/strategies/facts/fact-correction.commands";
import {
  countOpenCorrections,
  listOpenCorrections,
  listOwnCorrections,
} from "@/lib/strategies/facts/fact-correction.queries";
import { createTestDatabase } from "@/scripts/test/database";

const database = await createTestDatabase();
afterAll(database.close);

const staff = (accountId: string, grant: Partial<GrantView> & Pick<GrantView, "role">) => ({
  ...visitor,
  accountId,
  grants: [{ bodyId: null, unionId: null, ...grant }],
});
const officer = staff("officer", { role: "officer", bodyId: "west-midlands" });
const editor = staff("editor", { role: "union_editor", unionId: "unison" });
const [admin, colleague] = [staff("admin", { role: "admin" }), staff("colleague", { role: "admin" })];
const seat = {
  topic: "board" as const,
  text: "The board has had a union seat since 2021.",
  source: "https://a.example/",
};
const idOf = async (text: string) => (await db().factCorrection.findFirstOrThrow({ where: { text } })).id;

test("a body's correction waits for an admin, and then shows with the body's name", async () => {
  await correctFact(officer, "black-country", seat);
  expect((await getLepFacts("black-country")).corrections).toEqual([]);
  expect(await listOpenCorrections(admin)).toMatchObject([
    { area: { id: "black-country" }, text: seat.text, sentFor: "West Midlands Combined Authority" },
  ]);
  await checkFact(admin, await idOf(seat.text), { decision: "accepted", reply: "The minutes say so." });
  expect((await getLepFacts("black-country")).corrections).toMatchObject([
    { text: seat.text, source: seat.source, sentFor: "West Midlands Combined Authority" },
  ]);
  expect(await countOpenCorrections()).toBe(0);
  const events = await db().auditEvent.findMany({
    where: { action: { startsWith: "facts." } },
    orderBy: { occurredAt: "asc" },
  });
  expect(events.map(({ action, accountId, details }) => [action, accountId, details])).toEqual([
    ["facts.correct", "officer", {}],
    ["facts.check", "admin", { decision: "accepted" }],
  ]);
});

test("a rejected correction never shows; its sender reads why, and no colleague does", async () => {
  await correctFact(editor, "cumbria", { ...seat, text: "There are 40 seats.", source: null });
  await checkFact(admin, await idOf("There are 40 seats."), { decision: "rejected", reply: "The list has 18." });
  expect((await getLepFacts("cumbria")).corrections).toEqual([]);
  expect(await listOwnCorrections(editor, "cumbria")).toMatchObject([{ state: "rejected", reply: "The list has 18." }]);
  expect(await listOwnCorrections(officer, "cumbria")).toEqual([]);
});

test("an accepted correction drops the cached pages that show it, and a rejected one none", async () => {
  const tags: string[] = [];
  let listening = { stop: async () => {} };
  await new Promise<void>((onOpen) => {
    listening = subscribe({ channel: "cache_invalidation", onNotification: (names) => tags.push(...names), onOpen });
  });
  const [right, wrong] = ["A right one.", "A wrong one."];
  for (const text of [right, wrong]) await correctFact(officer, "black-country", { ...seat, text });
  await checkFact(admin, await idOf(wrong), { decision: "rejected", reply: "No." });
  await checkFact(admin, await idOf(right), { decision: "accepted", reply: "Yes." });
  await waitForPendingNotifications();
  await listening.stop();
  expect(tags.sort()).toEqual(["body:black-country", "strategy:west-midlands"]);
});

test("two admins at once: one checks it, the other hears that", async () => {
  await correctFact(editor, "dorset", { ...seat, text: "Twice at once." });
  const id = await idOf("Twice at once.");
  const results = await Promise.allSettled([
    checkFact(admin, id, { decision: "accepted", reply: "Yes." }),
    checkFact(colleague, id, { decision: "rejected", reply: "No." }),
  ]);
  const refused = results.filter((result) => result.status === "rejected");
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toBeInstanceOf(Conflict);
});

test("the same text twice is one, and nobody fills the list", async () => {
  const again = { ...seat, text: "Sent twice." };
  await correctFact(editor, "solent", again);
  await expect(correctFact(editor, "solent", again)).rejects.toThrow(RuleViolation);
  const waiting = await db().factCorrection.count({ where: { sentById: "editor", state: "open" } });
  for (let n = waiting; n < 20; n += 1) await correctFact(editor, "solent", { ...seat, text: `Number ${n}.` });
  await expect(correctFact(editor, "solent", { ...seat, text: "One more." })).rejects.toThrow(/20 corrections/);
});

test("others, unknown bodies and unknown corrections are not found", async () => {
  await expect(correctFact(visitor, "cumbria", seat)).rejects.toThrow(NotFound);
  await expect(correctFact(admin, "cumbria", seat)).rejects.toThrow(NotFound);
  await expect(correctFact(officer, "atlantis", seat)).rejects.toThrow(NotFound);
  await expect(checkFact(officer, "none", { decision: "accepted", reply: "x" })).rejects.toThrow(NotFound);
  await expect(checkFact(admin, "none", { decision: "accepted", reply: "x" })).rejects.toThrow(NotFound);
  await expect(listOpenCorrections(officer)).rejects.toThrow(NotFound);
});
