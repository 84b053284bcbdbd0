import { createHash, randomBytes } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { runSql } from "@/e2e/support/database";
import { expect, expectNoHorizontalScroll, expectNoViolations, test } from "@/e2e/support/fixtures";
import { optionalSummary } from "@/lib/comments/comment.rules";

const hasScripts = () => test.info().project.use.javaScriptEnabled !== false;
const write = "/strategies/west-midlands/sections/2/write";

test("somebody is warned of what could show who they are, and decides for themselves", async ({ page }) => {
  await page.goto(write);
  const text = page.getByLabel("Your comment");
  await text.fill("The 74 to Dudley comes at 05:40, and it costs me £9 from the A38.");
  if (hasScripts()) {
    const warning = page.locator('[data-part="identifying-details"]');
    await text.pressSequentially(" Ring me on 07700 900123.");
    await expect(warning).toContainText("a phone number: “07700 900123”");
    await expectNoViolations(page);
    await expectNoHorizontalScroll(page);
    await text.fill("The 74 to Dudley comes at 05:40, and it costs me £9 from the A38.");
    await expect(warning).not.toContainText("phone");
    await text.fill("x".repeat(4_990));
    await expect(page.getByText("You have 10 characters left.")).toBeVisible();
  }
  await text.fill("Ring me on 07700 900123 about the bus.");
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await expect(page.getByRole("main")).toContainText("This could identify somebody");
  await expect(page.getByRole("main")).toContainText("a phone number: “07700 900123”");
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: "Change it" }).click();
  await expect(text).toHaveValue("Ring me on 07700 900123 about the bus.");
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await page.getByRole("button", { name: "I agree and send" }).click();
  await expect(page.getByText("We have received your comment")).toBeVisible();
});

test("a draft waits on the server until it is sent, and nothing is kept in the browser", async ({
  page,
  context,
  baseURL,
}) => {
  await startSessionAsNew(context, baseURL ?? "");
  const typedText = `Half a thought about the bus (${randomBytes(4).toString("hex")})`;
  await page.goto(write);
  await page.getByLabel("Your comment").fill(typedText);
  await page.getByLabel("I am against what it says").check();
  await page.getByText(optionalSummary).click();
  await page.getByLabel("Getting to work: buses, trains, roads").check();
  if (!hasScripts()) await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByText("Your draft is saved.")).toBeVisible();
  if (!hasScripts()) await expect(page.getByText("Your draft is saved.")).toBeInViewport(); // the page was loaded again
  await expect(page.getByLabel("Your comment")).toHaveValue(typedText);
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  if (hasScripts()) {
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(["visit"]); // a random number, for the way back
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  }
  if (hasScripts()) await checkDuringAutosave(page, `${typedText}, and a word more`);
  await page.goto("/my");
  await expect(page.getByRole("article", { name: /^Draft on section 2/ })).toContainText(typedText);
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("link", { name: "Continue writing" }).click();
  await expect(page.getByRole("main")).toContainText("This is the draft you saved.");
  await expect(page.getByLabel("Your comment")).toHaveValue(typedText);
  await expect(page.getByLabel("I am against what it says")).toBeChecked();
  await expect(page.getByLabel("Getting to work: buses, trains, roads")).toBeChecked();
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await page.getByRole("button", { name: "I agree and send" }).click();
  await expect(page.getByText("We have received your comment")).toBeVisible();
  await page.goto("/my");
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByText("Drafts")).toHaveCount(0);
});

/** Presses “Check” while a save is on its way, goes back and types on: neither is taken for another window. */
async function checkDuringAutosave(page: Page, text: string): Promise<void> {
  const typed = await page.getByLabel("Your comment").inputValue();
  let release = () => {};
  let begin = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  await page.route("**/my/drafts", async (route) => {
    begin();
    await released;
    await route.continue();
  });
  await page.getByLabel("Your comment").fill(text);
  await begun;
  await page.getByRole("button", { name: "Check what you wrote" }).click({ noWaitAfter: true });
  release();
  await page.getByRole("button", { name: "Change it" }).click();
  await page.unroute("**/my/drafts");
  const saved = page.waitForResponse((response) => response.url().endsWith("/my/drafts"));
  await page.getByLabel("Your comment").fill(typed);
  expect((await saved).status()).toBe(200);
  await expect(page.getByText("another window")).toHaveCount(0);
}

/** Lets the browser in as somebody who signed in by email for the first time. */
async function startSessionAsNew(context: BrowserContext, url: string): Promise<void> {
  const token = randomBytes(20).toString("hex");
  const hash = createHash("sha256").update(token).digest("hex");
  const id = randomBytes(11).toString("hex");
  await runSql(`
    INSERT INTO accounts (id) VALUES ('${id}');
    INSERT INTO sessions (id, "tokenHash", "accountId", "endsAt")
      VALUES ('${id}', '\\x${hash}', '${id}', now() AT TIME ZONE 'UTC' + interval '1 hour')`);
  await context.addCookies([{ name: "session", value: token, url }]);
}
