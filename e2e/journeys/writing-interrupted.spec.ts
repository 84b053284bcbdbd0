import { randomBytes } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { runSql } from "@/e2e/support/database";
import { expect, expectNoHorizontalScroll, expectNoViolations, test } from "@/e2e/support/fixtures";

// What may happen between the first letter and the sending of a comment: nothing that was typed is lost, nothing is sent
// under another name than the page shows, and nobody counts twice.

const write = "/strategies/west-midlands/sections/3/write";
const uniqueText = (start: string) => `${start} (${randomBytes(4).toString("hex")}).`;
const check = (page: Page) => page.getByRole("button", { name: "Check what you wrote" }).click();
const send = (page: Page) => page.getByRole("button", { name: /^I agree and send/ }).click();

async function writeAndCheck(page: Page, text: string, at = write): Promise<void> {
  await page.goto(at);
  await page.getByLabel("Your comment").fill(text);
  await check(page);
  await expect(page.getByRole("heading", { name: "Check what you wrote" })).toBeVisible();
}

async function sendNew(page: Page, text: string): Promise<string> {
  await writeAndCheck(page, text);
  await send(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We have received your comment");
  return (await page.getByRole("main").locator("strong").first().textContent()) ?? "";
}

const endSessions = (context: BrowserContext) => context.clearCookies({ name: "session" });

const countComments = async (text: string) =>
  Number((await runSql(`SELECT count(*) AS n FROM revisions WHERE text LIKE '%${text.slice(-12, -2)}%'`))[0]?.n);

test("a form that was sent, with other words: it says so, and changes the comment or sends another", async ({
  page,
}) => {
  const first = uniqueText("Run a bus before five");
  await writeAndCheck(page, first);
  const formId = await page.locator('input[name="formId"]').inputValue();
  await send(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("We have received your comment");
  // as after Back: the same form, which browsers show again in different ways
  await page.goto(write);
  await page.locator('input[name="formId"]').evaluate((input: HTMLInputElement, id) => {
    input.value = id;
  }, formId);
  await page.getByLabel("Your comment").fill(`${first} And on Sundays.`);
  await check(page);
  await expect(page.getByRole("main")).toContainText("You have already sent this form");
  await expect(page.getByRole("main")).toContainText("And on Sundays.");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: "Replace my earlier comment" }).click();
  await expect(page).toHaveURL(/\/my$/);
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByRole("article")).toContainText("And on Sundays.");
});

test("on a shared computer the page says as whom it is, and the next person goes on under a new name", async ({
  page,
}) => {
  const alias = await sendNew(page, uniqueText("The depot is cold"));
  const second = uniqueText("The canteen closes at four");
  await page.goto(write);
  await expect(page.getByRole("main")).toContainText(`You are writing as ${alias}.`);
  await page.getByLabel("Your comment").fill(second);
  await check(page);
  await expect(page.getByRole("main")).toContainText(`You are writing as ${alias}.`);
  await expectNoViolations(page);
  await page.getByRole("button", { name: "This is not me" }).click();
  await expect(page.getByRole("main")).toContainText("You are signed out");
  await expect(page.getByLabel("Your comment")).toHaveValue(second);
  await check(page);
  await send(page);
  await expect(page.locator("#receipt")).toBeVisible();
  await expect(page.getByRole("main").locator("strong").first()).not.toHaveText(alias);
});

test("a session that ended meanwhile: it asks before it makes somebody new", async ({ page, context }) => {
  await sendNew(page, uniqueText("My shift ends at two"));
  const text = uniqueText("There is no lift");
  await writeAndCheck(page, text);
  await endSessions(context);
  await send(page);
  await expect(page.getByRole("main")).toContainText("You have been signed out. Your comment is not sent yet");
  await expect(page.getByRole("main")).toContainText(text);
  expect(await countComments(text)).toBe(0);
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await send(page);
  await expect(page.locator("#receipt")).toBeVisible();
  expect(await countComments(text)).toBe(1);
});

// each browser has a strategy of its own, of which it publishes versions
const strategies: Record<string, string> = { phone: "humber", "no-js": "lancashire" };

/** The next version: without the paragraph, or with it in the second section, or without that section. */
async function publishVersion(
  slug: string,
  paragraph: string,
  change: "drop" | "move" | "drop section",
): Promise<void> {
  const id = `v-${randomBytes(6).toString("hex")}`;
  const without = {
    drop: `"paragraphId" <> '${paragraph}'`,
    move: "true",
    "drop section": `"sectionId" <> (SELECT id FROM sections WHERE "strategyId" = '${slug}' AND number = 2)`,
  }[change];
  const sections = change === "drop section" ? without : "true";
  await runSql(`
    CREATE TEMP TABLE last AS SELECT id, number FROM versions WHERE "strategyId" = '${slug}' ORDER BY number DESC LIMIT 1;
    INSERT INTO versions (id, "strategyId", number, title, "publishedAt")
      SELECT '${id}', '${slug}', number + 1, 'Another version', now() FROM last;
    INSERT INTO version_sections ("versionId", "sectionId", position, title, summary, "foundationId", "themeIds", "canChange")
      SELECT '${id}', "sectionId", position, title, summary, "foundationId", "themeIds", "canChange"
      FROM version_sections WHERE "versionId" = (SELECT id FROM last) AND ${sections};
    INSERT INTO version_paragraphs ("versionId", "paragraphId", "sectionId", position, text, block)
      SELECT '${id}', "paragraphId", "sectionId", position, text, block
      FROM version_paragraphs WHERE "versionId" = (SELECT id FROM last) AND ${without}`);
  if (change === "move")
    await runSql(`UPDATE version_paragraphs SET position = 500,
        "sectionId" = (SELECT id FROM sections WHERE "strategyId" = '${slug}' AND number = 2)
      WHERE "versionId" = '${id}' AND "paragraphId" = '${paragraph}'`);
}

test("a new version moves and drops what somebody writes about, the strategy closes: their text is still there", async ({
  page,
}, { project }) => {
  const slug = strategies[project.name] ?? "";
  const here = `/strategies/${slug}/sections/1`;
  await runSql(`UPDATE strategies SET phase = 'open', "closesAt" = NULL WHERE id = '${slug}'`);
  await page.goto(here);
  await page.getByRole("link", { name: /^Comment on this ?: paragraph 1$/ }).click();
  const paragraph = new URL(page.url()).searchParams.get("paragraph") ?? "";
  const quote = page.getByRole("main").locator("blockquote p").last();
  const quoted = (await quote.textContent()) ?? "";
  const text = uniqueText("Say which depot");
  const field = page.getByLabel("Your comment");
  const sendAgain = async () => {
    await check(page);
    await expect(page.getByRole("heading", { name: "Check what you wrote" })).toBeVisible();
    await expect(quote).toHaveText(quoted);
  };

  await field.fill(text);
  await sendAgain();
  await publishVersion(slug, paragraph, "move");
  await send(page);
  await expect(page.getByRole("main")).toContainText("This section changed while you were writing");
  await expect(page.getByRole("main")).toContainText("This paragraph is now in");
  await expect(quote).toHaveText(quoted);
  await expect(field).toHaveValue(text);
  await expectNoViolations(page);

  await sendAgain();
  await publishVersion(slug, paragraph, "drop");
  await send(page);
  await expect(page.getByRole("main")).toContainText("This paragraph is not in the latest version");
  await expect(quote).toHaveText(quoted);
  await expect(field).toHaveValue(text);
  await expectNoHorizontalScroll(page);
  await expectNoViolations(page);

  await sendAgain();
  await publishVersion(slug, paragraph, "drop section");
  await send(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This section is no longer in the strategy");
  await expect(field).toHaveValue(text);
  await expectNoViolations(page);

  const elsewhere = uniqueText("The lift is broken");
  await writeAndCheck(page, elsewhere, `/strategies/${slug}/sections/3/write`);
  await runSql(
    `UPDATE strategies SET "closesAt" = now() AT TIME ZONE 'UTC' - interval '1 minute' WHERE id = '${slug}'`,
  );
  await send(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This strategy has closed for comments.");
  await expect(field).toHaveValue(elsewhere);
  await expect(page.getByRole("main")).toContainText("It closed on");
  await expectNoHorizontalScroll(page);
  await expectNoViolations(page);
});

test("a browser that takes no cookies is given its code on the page that sends", async ({ page, context }) => {
  const text = uniqueText("The toilets are shut");
  await page.goto(write);
  await page.getByLabel("Your comment").fill(text);
  await check(page);
  await context.clearCookies();
  await send(page);
  await expect(page.getByRole("heading", { name: "We have received your comment" })).toBeVisible();
  await expect(page.locator("#receipt")).toHaveText(/^([0-9A-HJKMNP-TV-Z]{5} ){5}[0-9A-HJKMNP-TV-Z]$/);
  expect(await countComments(text)).toBe(1);
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
});

test("the page after sending, opened again later, says that the comment is here", async ({ page, context }) => {
  await sendNew(page, uniqueText("The heating is off"));
  await context.clearCookies({ name: "sent" });
  await page.goto("/my/sent");
  await expect(page.getByRole("main")).toContainText("we have it. You do not need to send it again");
  await page.getByRole("link", { name: /see your comment/ }).click();
  await expect(page.getByRole("article")).toContainText("The heating is off");
});

test("a comment is taken back after one question, and the question can be answered with no", async ({ page }) => {
  const text = uniqueText("The gate is locked at night");
  await sendNew(page, text);
  await page.goto("/my");
  await page.getByRole("link", { name: "Withdraw comment" }).click();
  await expect(page.getByRole("main").locator("blockquote")).toHaveText(text);
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("link", { name: "No, keep my comment" }).click();
  await expect(page.getByRole("article")).toContainText(text);
  await page.getByRole("link", { name: "Withdraw comment" }).click();
  await page.getByRole("button", { name: "Withdraw comment" }).click();
  await expect(page.getByRole("article")).toContainText("You withdrew this, and we deleted it.");
  expect(await countComments(text)).toBe(0);
});
