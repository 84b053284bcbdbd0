import { randomBytes } from "node:crypto";
import { startSessionAs } from "@/e2e/support/database";
import { publishEdition } from "@/e2e/support/editions";
import {
  expect,
  expectNoHorizontalScroll,
  expectNoViolations,
  formContaining,
  signOut,
  test,
} from "@/e2e/support/fixtures";

// The main job, from end to end: a bus driver in Dudley comments, a rep publishes it, the LEP's page shows it.
test("a worker finds the strategy, comments, and a rep publishes it for the LEP to see", async ({
  page,
  context,
  baseURL,
}) => {
  const text = `My shift starts before the first bus from Dudley does (${randomBytes(4).toString("hex")}).`;

  await page.goto("/find");
  await page.locator("#field-q").fill("Dudly"); // as typed in a hurry
  await page.locator("main form button").first().click();
  await page
    .getByRole("link", { name: /^Dudley/ })
    .first()
    .click();
  await expect(page.getByRole("main")).toContainText("West Midlands");
  await page
    .getByRole("main")
    .getByRole("link", { name: /West Midlands/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/strategies\/west-midlands$/);
  await page.getByRole("main").locator('a[href*="/sections/"]').first().click();
  await page.getByRole("link", { name: "Say what you think" }).click();

  await page.locator("#field-text").fill(text);
  await page.getByLabel("I am against what it says").check();
  await page.getByLabel("Getting to work: buses, trains, roads").check();
  await page.locator("#field-district").selectOption({ label: "Dudley" });
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await expect(page.getByRole("heading", { name: "Check what you wrote" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(text);
  await expectNoViolations(page);
  await page.getByRole("button", { name: "I agree and send" }).click();
  await expect(page.getByText("We have received your comment")).toBeVisible();
  const receipt = ((await page.locator("#receipt").textContent()) ?? "").trim();
  expect(receipt.replaceAll(" ", "")).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  await expectNoViolations(page);
  await expectNoHorizontalScroll(page);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the receipt" }).click();
  expect((await download).suggestedFilename()).toBe("code.txt");

  await page.goto("/my");
  const ownComments = page.getByRole("article").filter({ hasText: text });
  await expect(ownComments).toContainText("A union rep has not read this yet");
  await expectNoViolations(page);
  await signOut(page);

  const before = await countOnLep(page);
  await startSessionAs(context, "Rep 1 (Unite)", baseURL ?? "");
  await page.goto("/moderation");
  await expectNoViolations(page);
  await openCase(page, text);
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page).toHaveURL(/[?&]decided=/);
  await signOut(page);
  expect(await countOnLep(page)).toBe(before); // nothing public changes before the next edition

  await page.goto("/sign-in");
  await page.locator("#field-receipt").fill(receipt.toLowerCase());
  await formContaining(page, "#field-receipt").getByRole("button").click();
  await expect(page).toHaveURL(/\/my$/);
  await page.goto("/my");
  const published = page.getByRole("article").filter({ hasText: text }).last(); // its notice comes before it
  await expect(published).toContainText(/Published\. Everyone can see it from (this|tomorrow) morning\./);
  await expectNoViolations(page);
  await publishEdition();
  await page.goto("/my");
  await expect(published).toContainText("This is published.");
  await published.getByRole("link", { name: "View in thread" }).click();
  await expect(page.getByRole("main")).toContainText(text);
  await expectNoViolations(page);

  expect(await countOnLep(page)).toBeGreaterThan(before);
  await expectNoViolations(page);
});

/** How many comments the officers of the Black Country see, at once; which of a week's are shown first is left to chance. */
async function countOnLep(page: import("@playwright/test").Page): Promise<number> {
  await page.goto("/leps/black-country");
  const [, count] = /(\d+) comments in/.exec((await page.getByRole("main").textContent()) ?? "") ?? [];
  return Number(count);
}

/** Goes through the queue's pages to the case with this text. */
async function openCase(page: import("@playwright/test").Page, text: string): Promise<void> {
  for (;;) {
    const link = page.getByRole("link").filter({ hasText: text });
    if (await link.count()) return link.first().click();
    const address = page.url();
    await page.getByRole("link", { name: "Load more" }).click();
    await expect(page).not.toHaveURL(address); // else the next page is passed over
  }
}

test("bad input says what is wrong beside the field, and keeps what was typed", async ({ page }) => {
  await page.goto("/strategies/west-midlands/sections/1/write");
  await page.locator("#field-text").fill("   ");
  await page.getByLabel("Neither for nor against").check();
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await expect(page.locator("#field-text-error")).toContainText("Write your comment.");
  await expect(page.getByLabel("Neither for nor against")).toBeChecked();
  await expectNoViolations(page);
  await page
    .locator("#field-text")
    .fill(`<script>alert(1)</script> \u202Eright to left\u202C z\u0351\u036B 😀 ${"long ".repeat(1200)}`);
  await page.getByRole("button", { name: "Check what you wrote" }).click();
  await expect(page.locator("#field-text-error")).toContainText("It can have 5,000");
  await expect(page.locator("#field-text")).toHaveValue(/^<script>alert\(1\)<\/script>/);
});

test("what is not there is a page that says so", async ({ page, allowed }) => {
  allowed.push(/404/);
  for (const path of [
    "/strategies/west-midlands/threads/nothing",
    "/strategies/west-midlands/sections/99",
    "/moderation/cases/x",
    "/leps/atlantis",
  ]) {
    await page.goto(path);
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
  }
});
