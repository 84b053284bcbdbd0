import { text as readText } from "node:stream/consumers";
import { prerenderToNodeStream } from "react-dom/static";
import { afterAll, beforeAll, expect, test } from "vitest";
import ThreadPage from "@/app/(public)/strategies/[slug]/threads/[id]/page";
import { db } from "@/lib/database/client";
import { newId } from "@/lib/security/encryption";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);
const slug = "cornwall-scilly";
beforeAll(() => openStrategy(slug));

const sentence = "Replies from the same week are in random order, so that nobody can tell when each was written.";

test("replies of one week are in the order of their random ids, weeks in order; the page states so where it matters", async () => {
  const { caseId, comment } = await sendHeldComment(slug);
  await decideAndMakeEdition(await makeRep(slug), caseId);
  const { threadId } = comment;
  const read = async () => {
    const page = await ThreadPage({
      params: Promise.resolve({ slug, id: threadId }),
      searchParams: Promise.resolve({}),
    });
    const html = await readText((await prerenderToNodeStream(page)).prelude);
    return { html, replies: [...html.matchAll(/Reply number (\d+)/g)].map(([, number]) => Number(number)) };
  };
  const { formHash: _, ...first } = await db().comment.findUniqueOrThrow({ where: { id: comment.id } });
  const addReply = async (number: number, id: string, week: string) => {
    const participant = await db().participant.create({
      data: { id: newId(), strategyId: slug, alias: `Alias ${number}` },
    });
    const own = { id, isReply: true, participantId: participant.id, text: `Reply number ${number}` };
    await db().comment.create({ data: { ...first, ...own, week: new Date(week) } });
  };
  expect((await read()).html).not.toContain(sentence);
  await addReply(1, "m", "2026-03-09");
  expect((await read()).html).not.toContain(sentence);
  await addReply(2, "a", "2026-03-09");
  await addReply(3, "z", "2026-03-02");
  await addReply(4, "f", "2026-03-09");
  const { html, replies } = await read();
  expect(html).toContain(sentence);
  expect(replies).toEqual([3, 2, 4, 1]);
});
