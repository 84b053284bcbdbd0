import { randomBytes } from "node:crypto";
import { runSql, startSessionAs } from "@/e2e/support/database";
import { expect, expectNoHorizontalScroll, expectNoViolations, test } from "@/e2e/support/fixtures";

// each browser takes up a strategy of its own, for all talk to one server
const strategies: Record<string, string> = { phone: "solent", "no-js": "oxfordshire" };

/** Two officers of the body that leads it, and a thread on each of the first two paragraphs of its first part. */
async function addOfficersAndThreads(slug: string, mark: string): Promise<void> {
  await runSql(`
    INSERT INTO accounts (id, label) VALUES ('${mark}-a', 'First ${mark}'), ('${mark}-b', 'Second ${mark}');
    INSERT INTO grants (id, "accountId", role, "bodyId")
      SELECT a.id, a.id, 'officer', s."leadBodyId" FROM accounts a, strategies s WHERE a.id LIKE '${mark}-_' AND s.id = '${slug}';
    INSERT INTO participants (id, "strategyId", alias) VALUES ('${mark}', '${slug}', '${mark}');
    CREATE TEMP TABLE made AS SELECT '${mark}-' || w.position AS id, w."sectionId" AS section, w."paragraphId" AS paragraph
      FROM version_paragraphs w JOIN sections s ON s.id = w."sectionId"
      WHERE s."strategyId" = '${slug}' AND s.number = 1 AND w.position <= 2;
    INSERT INTO threads (id, "strategyId", "sectionId", "paragraphId", week)
      SELECT id, '${slug}', section, paragraph, '2026-11-16' FROM made;
    INSERT INTO comments (id, "strategyId", "threadId", "participantId", state, text, week)
      SELECT id, '${slug}', id, '${mark}', 'published', 'Said of ' || id, '2026-11-16' FROM made`);
}

test("a new version shows what changed, and no thread is lost", async ({ page, context, baseURL }, { project }) => {
  const slug = strategies[project.name] ?? "";
  const mark = `v${randomBytes(4).toString("hex")}`;
  await addOfficersAndThreads(slug, mark);
  await page.goto(`/strategies/${slug}/threads/${mark}-2`);
  const removedText = ((await page.locator("blockquote p").last().textContent()) ?? "").trim();

  await startSessionAs(context, `First ${mark}`, baseURL ?? "");
  await page.goto(`/officer/strategies/${slug}/publish`);
  await page.getByRole("button", { name: "Start a new version" }).click();
  await page.locator("#parts ~ form").getByRole("link").first().click();
  const first = page.locator('textarea[name^="text-"]').first();
  const before = await first.inputValue();
  await first.fill(`${before} And night buses.`);
  await page.getByRole("button", { name: /^Remove paragraph 2/ }).click();
  await page.getByRole("button", { name: "Save section" }).last().click();
  await page.getByRole("link", { name: /^Match paragraphs/ }).click();
  await expect(page.locator("ins")).toContainText("And night buses.");
  await expect(page.getByRole("listitem").filter({ hasText: "1 thread" })).toContainText(removedText.slice(0, 30));
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: /^What it is, who to contact/ }).click();
  await page.locator("#field-title").fill("Second draft");
  await page.locator("#field-note").fill("Night buses are new.");
  await page.locator("#field-canChange").fill("All of it.");
  await page.locator("#field-contact").fill("The strategy team");
  await page.locator("#field-closesOn").fill("2098-03-31");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await context.clearCookies();
  await startSessionAs(context, `Second ${mark}`, baseURL ?? "");
  await page.goto(`/officer/strategies/${slug}/publish`);
  await page.getByRole("button", { name: "I have read it all and it is correct" }).click();
  await page.getByRole("button", { name: "Open now" }).click();
  await context.clearCookies();

  await expect(page.getByText("Night buses are new.")).toBeVisible();
  await page.goto(`/strategies/${slug}/sections/1`);
  await page.getByText("Changed in version 2").click();
  await expect(page.locator("ins")).toContainText("And night buses.");
  await expect(page.getByRole("link", { name: /^1 comment/ })).toBeVisible();
  await page.getByText("What version 2 took out here").click();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("link", { name: "Where to find these threads now" }).click();
  await expect(page.locator("del").filter({ hasText: removedText.slice(0, 30) })).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page
    .getByRole("link", { name: /^1 thread about it/ })
    .last()
    .click();
  await expect(page.getByText(`Said of ${mark}-2`)).toBeVisible();
  await page.goto(`/strategies/${slug}/threads/${mark}-2`);
  await page.getByRole("link", { name: "Read version 1" }).click();
  await expect(page.getByText("There is a newer version")).toBeVisible();
  await expect(page.getByText(removedText.slice(0, 30)).first()).toBeVisible();
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
});
