import { afterAll, expect, test } from "vitest";
import { paths } from "@/lib/routes";
import { findPublicPage } from "@/lib/server/cache-tags";
import { listEditionPages } from "@/scripts/server/edition-pages";
import { createTestDatabase } from "@/scripts/test/database";
import { decideAndMakeEdition, makeRep, openStrategy, sendHeldComment } from "@/scripts/test/factories";

const database = await createTestDatabase();
afterAll(database.close);

test("the pages to keep in memory are those of open strategies that move with editions, and every one can be kept", async () => {
  const slug = "cornwall-scilly";
  expect(await listEditionPages()).not.toContain(paths.strategy(slug));
  await openStrategy(slug);
  const { caseId, comment } = await sendHeldComment(slug);
  await decideAndMakeEdition(await makeRep(slug), caseId);
  const pages = await listEditionPages();
  for (const path of [
    paths.strategy(slug),
    paths.section(slug, 1),
    paths.lep(slug),
    paths.thread(slug, comment.threadId),
  ])
    expect(pages).toContain(path);
  expect(new Set(pages).size).toBe(pages.length);
  for (const page of pages) expect(findPublicPage(page)?.match.route.moves, page).toBe("edition");
});
