import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { importPolisComments, type PolisImport, preparePolisImport } from "@/lib/comments/polis-import.commands";
import type { PolisComment } from "@/lib/comments/polis-import.schema";
import { db } from "@/lib/database/client";
import { findCheckContext, findCheckContexts } from "@/lib/moderation/checks/check.queries";
import { openCase } from "@/lib/moderation/queue/case.writes";
import { createTestDatabase } from "@/scripts/test/database";
import { openStrategy } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
let target: PolisImport;
beforeAll(async () => {
  await openStrategy("west-midlands");
  target = await preparePolisImport("https://example.org/held", "west-midlands", 1);
});

const held = (first: number, count: number, text = (n: number) => `Comment number ${n} about buses`): PolisComment[] =>
  Array.from({ length: count }, (_, n) => ({
    id: String(first + n),
    author: `author-${(first + n) % 50}`,
    at: new Date("2018-03-01T10:00:00Z"),
    state: "held",
    text: text(first + n),
  }));

/** How many statements are sent for these, within a transaction and around it. */
async function statementsFor(comments: PolisComment[]): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, "query");
  expect(await importPolisComments(target, comments)).toBe(comments.length);
  const count = sent.mock.calls.length;
  sent.mockRestore();
  return count;
}

test("two hundred held comments take as many statements as ten, so that a slow disk or network does not add up", {
  timeout: 120_000,
}, async () => {
  const few = await statementsFor(held(0, 10));
  const many = await statementsFor(held(1000, 200));
  expect(many).toBe(few);
  expect(many).toBeLessThan(30);
  expect(await db().case.count({ where: { state: "open", kind: "pre_moderation" } })).toBe(210);
});

test("each case is as if it had been opened by itself: its deadline, its area, what the checks found, and equal texts", async () => {
  const texts = ["I want to kill myself", "You stupid slags", "The same words", "The same words", "the SAME words!"];
  await importPolisComments(
    target,
    held(5000, texts.length, (n) => texts[n - 5000] ?? ""),
  );
  const columns = {
    ...{ areaId: true, isDistressing: true, isAtRisk: true, normalisedTextHash: true, revision: true, kind: true },
    hits: { select: { check: true, version: true, start: true, end: true }, orderBy: { check: "asc" } },
  } as const;
  const found = await db().case.findMany({
    where: { comment: { revisions: { some: { text: { in: texts } } } } },
    select: { ...columns, commentId: true, dueAt: true, openedAt: true },
  });
  expect(found).toHaveLength(5);
  for (const { commentId, dueAt, openedAt, ...bulk } of found) {
    expect(Math.round((dueAt.getTime() - openedAt.getTime()) / 3_600_000)).toBe(bulk.isAtRisk ? 4 : 72);
    const { id } = await db().$transaction((tx) =>
      openCase(tx, { kind: "pre_moderation", strategyId: target.strategyId, commentId, revision: 1 }),
    );
    const single = await db().case.findUniqueOrThrow({ where: { id }, select: columns });
    const [inBulk, alone] = [bulk, single].map(({ hits, ...row }) => ({
      ...row,
      // the first of equal texts was not yet one of several
      hits: hits.filter(({ check }) => check !== "repeated"),
    }));
    expect(inBulk).toEqual(alone);
  }
  expect(found.filter(({ isAtRisk }) => isAtRisk)).toHaveLength(1);
  expect(found.some(({ hits }) => hits.some(({ check }) => check === "profanity"))).toBe(true);
});

test("the contexts of many are those of each", async () => {
  const cases = await db().case.findMany({
    where: { comment: { revisions: { some: { text: { startsWith: "Comment number 10" } } } } },
    take: 20,
    orderBy: { id: "asc" },
    select: {
      commentId: true,
      strategyId: true,
      normalisedTextHash: true,
      comment: { select: { participantId: true } },
    },
  });
  const subjects = cases.map(({ comment, normalisedTextHash, ...rest }) => ({
    ...rest,
    participantId: comment.participantId,
    normalisedTextHash: normalisedTextHash ?? new Uint8Array(),
  }));
  const each = [];
  for (const subject of subjects) each.push(await findCheckContext(db(), subject));
  const distinct = new Set(subjects.map(({ normalisedTextHash }) => Buffer.from(normalisedTextHash).toString("hex")));
  expect(distinct.size).toBe(subjects.length);
  expect(await findCheckContexts(db(), subjects)).toEqual(each);
});
