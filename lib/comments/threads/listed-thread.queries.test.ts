import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reactToComment } from "@/lib/comments/reactions/reaction.commands";
import { verifyListedThreads } from "@/lib/comments/threads/listed-thread.queries";
import { listThreads } from "@/lib/comments/threads/thread-list.queries";
import { withdrawComment } from "@/lib/comments/withdrawal.commands";
import { db } from "@/lib/database/client";
import type { Person } from "@/lib/people/person.policy";
import { makeEdition } from "@/lib/summaries/editions/edition.commands";
import { CommentState, Stance } from "@/prisma/generated/enums";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeAccount, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

const strategyId = "west-midlands";
let rep: Person;
beforeAll(async () => {
  await openStrategy(strategyId);
  rep = await makeRep(strategyId);
});

const listIds = async (theme: string) => (await listThreads({ strategyId, theme })).items.map(({ first }) => first.id);

test("a thread is under its themes and stance while its first comment is published, and sorted as the thread is", async () => {
  const author = await makeAccount();
  const sent = await sendHeldComment(strategyId, { themes: ["pay", "skills"], stance: "against" }, author);
  expect(await listIds("pay")).toEqual([]);
  await decideAndMakeEdition(rep, sent.caseId);
  expect(await listIds("pay")).toEqual([sent.commentId]);
  for (let n = 0; n < 3; n++)
    await reactToComment(
      await makeAccount(),
      strategyId,
      { comment: sent.commentId, value: "agree", formId: null },
      `c${n}`,
    );
  await makeEdition(strategyId);
  const rows = await db().listedThread.findMany({ where: { id: sent.comment.threadId }, include: { thread: true } });
  expect(rows.map(({ key }) => key).sort()).toEqual(["stance:against", "theme:pay", "theme:skills"]);
  for (const { support, week, replyCount, thread } of rows)
    expect({ support, week, replyCount }).toEqual({
      support: thread.support,
      week: thread.week,
      replyCount: thread.replyCount,
    });
  expect(rows[0]?.support).toBeGreaterThan(0);
  await withdrawComment(author, sent.commentId);
  expect(await listIds("pay")).toEqual([]);
  expect(await verifyListedThreads()).toEqual([]);
});

const anyChange = fc.oneof(
  fc.record({ state: fc.constantFrom(...Object.values(CommentState)) }),
  fc.record({ stance: fc.constantFrom(null, ...Object.values(Stance)) }),
  fc.record({ theme: fc.constantFrom("pay", "transport-to-work", "skills"), isAdded: fc.boolean() }),
  fc.record({ week: fc.constantFrom(null, new Date("2026-03-02"), new Date("2026-03-09")) }),
  fc.record({ support: fc.constantFrom(0, 0.25), replyCount: fc.integer({ min: 0, max: 3 }) }),
);

test("whatever is changed, in whatever order, the lists agree with the comments", async () => {
  const { comment } = await sendHeldComment(strategyId);
  const { id: commentId, threadId: id } = comment;
  const themes = await db().theme.findMany({ where: { id: { in: ["pay", "transport-to-work", "skills"] } } });
  expect(themes).toHaveLength(3);
  await fc.assert(
    fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 12 }), async (changes) => {
      for (const change of changes) {
        if ("theme" in change) {
          const where = { commentId, themeId: change.theme };
          if (change.isAdded) await db().commentTheme.createMany({ data: where, skipDuplicates: true });
          else await db().commentTheme.deleteMany({ where });
        } else if ("state" in change || "stance" in change)
          await db().comment.update({ where: { id: commentId }, data: change });
        else await db().thread.update({ where: { id }, data: change });
      }
      expect(await verifyListedThreads()).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("a row too many, one too few and one wrong are found", async () => {
  const { caseId, comment } = await sendHeldComment(strategyId, { themes: ["pay"], stance: "for" });
  await decideAndMakeEdition(rep, caseId);
  const { threadId: id } = comment;
  const own = { id, key: "theme:pay" };
  await db().listedThread.updateMany({ where: own, data: { support: 0.5 } });
  expect(await verifyListedThreads()).toEqual([own]);
  await db().listedThread.deleteMany({ where: own });
  expect(await verifyListedThreads()).toEqual([own]);
  await db().commentTheme.deleteMany({ where: { commentId: comment.id } });
  expect(await verifyListedThreads()).toEqual([]);
  const more = { strategyId, id, key: "theme:transport-to-work", replyCount: 0, support: 0 };
  await db().listedThread.create({ data: more });
  expect(await verifyListedThreads()).toEqual([{ id, key: "theme:transport-to-work" }]);
});
