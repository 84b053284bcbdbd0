import { afterAll, expect, test } from "vitest";
import { getThread, repliesPerPage } from "@/lib/comments/comment.queries";
import { commentCursor } from "@/lib/comments/comment.schema";
import { db } from "@/lib/database/client";
import { paths } from "@/lib/routes";
import { createTestDatabase } from "@/scripts/test/database";
import { openStrategy, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

const strategyId = "dorset";

test("the address of a reply opens the page of replies that it is on", async () => {
  await openStrategy(strategyId);
  const { comment } = await sendHeldComment(strategyId);
  const { threadId, participantId } = comment;
  const weeks = ["2026-03-02", "2026-03-09"].map((day) => new Date(day));
  await db().thread.update({ where: { id: threadId }, data: { week: weeks[0] } });
  await db().comment.update({ where: { id: comment.id }, data: { state: "published", week: weeks[0] } });
  const reply = { strategyId, threadId, participantId, isReply: true, text: "Yes.", state: "published" } as const;
  await db().comment.createMany({
    data: Array.from({ length: 2 * repliesPerPage + 3 }, (_, n) => ({ ...reply, week: weeks[n % 2] })),
  });
  await db().comment.create({ data: { ...reply, state: "held", week: null } });

  const pages: string[][] = [];
  for (let after: string | null = "first"; after !== null; ) {
    const cursor = after === "first" ? null : commentCursor.parse(after);
    const thread = await getThread(strategyId, threadId, cursor);
    expect(thread?.replies.isFirstPage).toBe(after === "first");
    pages.push(thread?.replies.items.map(({ id }) => id) ?? []);
    after = thread?.replies.next ?? null;
  }
  expect(pages.map(({ length }) => length)).toEqual([repliesPerPage, repliesPerPage, 3]);
  for (const [index, page] of pages.entries())
    for (const id of [page[0] ?? "", page.at(-1) ?? ""]) {
      const thread = await getThread(strategyId, threadId, { reply: id });
      expect(thread?.replies.items.map((item) => item.id)).toEqual(page);
      expect(thread?.replies.isFirstPage).toBe(index === 0);
    }
  for (const id of [comment.id, "unknown"]) {
    const thread = await getThread(strategyId, threadId, { reply: id });
    expect(thread?.replies.items.map((item) => item.id)).toEqual(pages[0]);
  }
  expect(paths.comment(strategyId, threadId, "x")).toBe(`/strategies/dorset/threads/${threadId}?reply=x#comment-x`);
});
