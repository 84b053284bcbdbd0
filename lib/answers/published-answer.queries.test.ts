import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import AnswersPage from "@/app/(public)/strategies/[slug]/answers/page";
import { answersPerPage, findAnswerCursor, listPublishedAnswers } from "@/lib/answers/published-answer.queries";
import { db } from "@/lib/database/client";
import { paths } from "@/lib/routes";
import { createDemoDatabase } from "@/scripts/test/database";

// A link to an answer, in a feed, a notice or on "My comments", opens the page of answers that it is on.

const strategyId = "west-midlands";
const database = await createDemoDatabase();
afterAll(database.close);

beforeAll(async () => {
  const { bodyId } = await db().answer.findFirstOrThrow({ where: { strategyId } });
  const revision = await db().answerRevision.findFirstOrThrow({ where: { publishedAt: { not: null } } });
  const taken = await db().answer.findMany({ where: { strategyId }, select: { sourceId: true } });
  const threads = await db().thread.findMany({
    where: { strategyId, id: { notIn: taken.map(({ sourceId }) => sourceId) } },
    orderBy: { id: "asc" },
    take: 2 * answersPerPage + 3,
    select: { id: true },
  });
  expect(threads.length).toBe(2 * answersPerPage + 3);
  for (const [i, { id: sourceId }] of threads.entries()) {
    const week = new Date(Date.UTC(2027, 0, 4 + 7 * (i % 3))); // many of one week
    const { id: answerId } = await db().answer.create({
      data: { strategyId, bodyId, sourceKind: "thread", sourceId, state: "published", publishedRevision: 1, week },
    });
    await db().answerRevision.create({
      data: { ...revision, answerId, number: 1, paragraphId: null, versionId: null },
    });
  }
});

async function listAllIds(): Promise<string[]> {
  const rows = await db().answer.findMany({
    where: { strategyId, publishedRevision: { not: null }, week: { not: null } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

test("each published answer is on the page that its link opens, and pages are those of going through them", async () => {
  const ids = await listAllIds();
  expect(ids.length).toBeGreaterThan(2 * answersPerPage);
  const cursors = new Set<string>();
  for (const id of ids) {
    const cursor = await findAnswerCursor(strategyId, id);
    const { items } = await listPublishedAnswers({ strategyId }, cursor);
    expect([id, items.map((item) => item.id)]).toEqual([id, expect.arrayContaining([id])]);
    cursors.add(cursor?.id ?? "first");
  }
  expect(cursors.size).toBe(Math.ceil(ids.length / answersPerPage));
});

test("the page has the answer of its link, and the way to the newest; an answer that is not there opens the first page", async () => {
  const last = (await listAllIds()).at(-1) ?? "";
  const pageOf = async (address: string) => {
    const url = new URL(address, "http://localhost");
    const props = {
      params: Promise.resolve({ slug: strategyId }),
      searchParams: Promise.resolve(Object.fromEntries(url.searchParams)),
    };
    return renderToStaticMarkup(await AnswersPage(props as Parameters<typeof AnswersPage>[0]));
  };
  for (const id of [last, ...(await listAllIds()).slice(0, 3)])
    expect(await pageOf(paths.publishedAnswer(strategyId, id))).toContain(`id="answer-${id}"`);
  const first = await pageOf(paths.answers(strategyId));
  expect(await pageOf(paths.publishedAnswer(strategyId, "nowhere"))).toBe(first);
  expect(first).not.toContain("Read answers from the newest");
});
